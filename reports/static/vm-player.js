// <vm-player> holds a list of links. A link with a player shows it below the list instead of leading away.
customElements.define("vm-player", class extends HTMLElement {
  connectedCallback() {
    this.classList.add("vm");
    this.addEventListener("click", (event) => {
      const link = event.target.closest?.("a[data-player]");
      if (!link || !/^https?:\/\//.test(link.dataset.player)) return;
      if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      this.show(link);
    });
  }

  show(link) {
    const frame = document.createElement("iframe");
    const attributes = {
      lang: link.lang,
      dir: link.dir,
      title: link.dataset.title,
      width: "560",
      height: "315",
      referrerpolicy: "strict-origin-when-cross-origin",
      allow: "autoplay; encrypted-media; fullscreen; picture-in-picture",
      src: link.dataset.player,
    };
    for (const [name, value] of Object.entries(attributes)) frame.setAttribute(name, value);
    this.querySelector("iframe")?.remove();
    for (const one of this.querySelectorAll("a[data-player]")) one.removeAttribute("aria-current");
    link.setAttribute("aria-current", "true");
    this.append(frame);
    frame.focus();
  }
});
