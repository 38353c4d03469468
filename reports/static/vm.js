// A closed panel's player would go on playing. This takes its address away, and gives it back when it is opened.
document.addEventListener("toggle", ({ target }) => {
  const frame = target.matches?.("details.vm") && target.querySelector("iframe");
  if (!frame) return;
  if (!target.open) {
    frame.dataset.src = frame.getAttribute("src");
    frame.removeAttribute("src");
  } else if (frame.dataset.src) frame.src = frame.dataset.src;
}, true);
