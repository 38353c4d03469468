// A closed panel's player would go on playing. A frame like it takes its place, which loads when the panel is opened.
// Taking the address away instead would stop it in Chromium, and not in Firefox.
document.addEventListener("toggle", ({ target }) => {
  if (target.open || !target.matches?.("details.vm")) return;
  target.querySelector("video")?.pause();
  const frame = target.querySelector("iframe");
  frame?.replaceWith(frame.cloneNode());
}, true);
