/* This file is the copy buttons: shown only where a script can serve them, spoken of when they have done it. */
"use strict";

(() => {
  const news = document.getElementById("copied");
  let quiet = 0;

  const tell = (words) => {
    window.clearTimeout(quiet);
    news.textContent = "";
    // A pause, so that a screen reader speaks again when the same words come twice.
    window.setTimeout(() => { news.textContent = words; }, 60);
    quiet = window.setTimeout(() => { news.textContent = ""; }, 6000);
  };

  const bySelection = (source) => {
    source.focus();
    source.select();
    try {
      return document.execCommand("copy");
    } catch {
      return false;
    }
  };

  const copy = async (source) => {
    try {
      await navigator.clipboard.writeText(source.value);
      return true;
    } catch {
      // No clipboard for this page: an old browser, or a server without https.
      return bySelection(source);
    }
  };

  for (const button of document.querySelectorAll("button[data-copy]")) {
    const source = document.getElementById(button.dataset.copy);
    button.hidden = false;
    button.addEventListener("click", async () => {
      const done = await copy(source);
      if (done) {
        button.focus();
      } else {
        source.focus();
        source.select();
      }
      tell(done ? button.dataset.copied : button.dataset.failed);
    });
  }
})();
