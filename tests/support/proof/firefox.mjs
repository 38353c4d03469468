// This file is Firefox, driven by puppeteer-core over WebDriver BiDi: a line of JSON in is an order, one out its answer.
// It ends when its input does.
import { createInterface } from "node:readline";
import puppeteer from "puppeteer-core";

const [executablePath, proxyPort] = process.argv.slice(2);
const proxy = { host: "127.0.0.1", port: Number(proxyPort) };

const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath,
  headless: true,
  protocolTimeout: 60_000, // ms: an order that never ends is told as trouble
  env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: "1" }, // without it, the address of its settings stays as built
  acceptInsecureCerts: true, // the proxy is every site, with certificates of its own
  extraPrefsFirefox: {
    // Every name is the proxy's to know, loopback included; where it does not answer, nobody is asked instead.
    "network.proxy.type": 1,
    "network.proxy.http": proxy.host,
    "network.proxy.http_port": proxy.port,
    "network.proxy.ssl": proxy.host,
    "network.proxy.ssl_port": proxy.port,
    "network.proxy.no_proxies_on": "",
    "network.proxy.allow_hijacking_localhost": true,
    "network.proxy.failover_direct": false,
    "network.dns.disabled": true,
    "network.trr.mode": 5,
    "network.http.http3.enable": false,
    "media.peerconnection.enabled": false,
    // What Firefox would ask for by itself, without a page.
    "browser.chrome.site_icons": false,
    "network.captive-portal-service.enabled": false,
    "network.connectivity-service.enabled": false,
    "services.settings.server": "data:,#none",
    "dom.push.connection.enabled": false,
    "accessibility.tabfocus": 7, // Tab visits links too, on every system
  },
});

let page;
const told = [];

const orders = {
  async open({ url, width, height }) {
    const opened = await browser.newPage();
    await page?.close();
    page = opened;
    told.length = 0;
    page.on("console", line => told.push([line.type(), line.text()]));
    page.on("pageerror", error => told.push(["error", String(error)]));
    await page.setViewport({ width, height });
    await page.goto(url);
    await page.bringToFront();
  },
  async go({ url }) {
    await page.goto(url);
    // Firefox may tell of the new page while scripts still reach the old one.
    while ((await page.evaluate("[location.href, document.readyState].join()")) !== `${url},complete`);
  },
  evaluate: ({ script, argument }) => page.evaluate(`(${script})(${JSON.stringify(argument)})`),
  press: ({ key }) => page.keyboard.press(key),
  click: ({ selector }) => page.click(selector),
  told: () => told,
  version: () => browser.version(),
};

const say = answer => process.stdout.write(`${JSON.stringify(answer)}\n`);

say({ value: await orders.version() });
for await (const line of createInterface({ input: process.stdin })) {
  const { order, ...words } = JSON.parse(line);
  try {
    say({ value: (await orders[order](words)) ?? null });
  } catch (trouble) {
    say({ trouble: String(trouble) });
  }
}
await browser.close();
