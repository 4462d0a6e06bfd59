// Sending a file: it may be dropped, is weighed before it goes, and a bar says how far it has come.
// Without this, the form sends it as any form does.
"use strict";

(() => {
  const form = document.getElementById("send");
  const drop = document.getElementById("drop");
  const file = document.getElementById("file");
  const trouble = document.getElementById("trouble");
  const going = document.getElementById("going");
  const sent = document.getElementById("sent");
  const button = form.querySelector("button");

  function say(text) {
    trouble.replaceChildren();
    if (!text) return;
    const note = document.createElement("p");
    note.className = "note bad";
    note.textContent = text;
    trouble.append(note);
    trouble.scrollIntoView({ block: "nearest" });
  }

  function carriesFiles(event) {
    return [...(event.dataTransfer?.types ?? [])].includes("Files");
  }

  // Anywhere on the page: a file that misses the box would else be opened in its place.
  document.addEventListener("dragover", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    drop.classList.add("over");
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) drop.classList.remove("over");
  });
  document.addEventListener("drop", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    drop.classList.remove("over");
    if (event.dataTransfer.files.length > 1) {
      say("One file at a time: send the first, then the next.");
      return;
    }
    file.files = event.dataTransfer.files;
    send();
  });

  form.addEventListener("submit", (event) => {
    if (!file.files.length) return;
    event.preventDefault();
    send();
  });

  function send() {
    const [chosen] = file.files;
    const most = Number(form.dataset.most);
    if (chosen.size > most) {
      say(`This file is larger than ${Math.floor(most / 2 ** 20)} MB. Stock lists are far smaller: save it without pictures inside, or as CSV, and send that.`);
      return;
    }
    say("");
    document.getElementById("going-name").textContent = chosen.name;
    going.hidden = false;
    button.disabled = true;
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.responseType = "document";
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) sent.value = (100 * event.loaded) / event.total;
    });
    request.addEventListener("load", () => {
      if (request.status < 300) {
        location.assign(request.responseURL);
        return;
      }
      const told = request.response?.getElementById("trouble")?.textContent.trim();
      stop(told || "Carslink could not take the file. Load this page again, and send it once more.");
    });
    request.addEventListener("error", () => stop("The line broke. Send it again."));
    request.send(new FormData(form));
  }

  function stop(text) {
    going.hidden = true;
    button.disabled = false;
    sent.value = 0;
    say(text);
  }

  drop.classList.add("ready");
})();
