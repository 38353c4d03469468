// Shows the player in place of the card, except in a sandbox that takes our origin away: there a site's player is dead.
// Tells the page around us how high we are, and in a sandbox which link was followed: in the words of WordPress, which
// gives each of its frames a secret to be named.
const sandboxed = self.origin === "null";
const secret = /secret=([A-Za-z0-9]+)/.exec(location.hash)?.[1] ?? "";
const main = document.querySelector("main");
const player = document.querySelector("template");

const tell = (message, value) => parent !== self && parent.postMessage({ message, value, secret }, "*");
const tellHeight = () => tell("height", Math.ceil(main.getBoundingClientRect().height));

if (player && !sandboxed) main.replaceChildren(player.content);

new ResizeObserver(tellHeight).observe(main);

addEventListener("message", ({ data, source }) => {
  if (source === parent && data?.message === "ready" && data.secret === secret) tellHeight();
});

addEventListener("click", event => {
  const link = event.target.closest?.("a");
  if (!link || !sandboxed || !secret) return;
  event.preventDefault(); // it could open nothing from here
  tell("link", link.href);
});
