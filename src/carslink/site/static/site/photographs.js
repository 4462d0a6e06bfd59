// Photographs: dropped, sent one by one, put in order by dragging. Without this, forms do all of it.
"use strict";

(() => {
  const AT_ONCE = 2;
  const TRIES = 20;
  const whole = () => document.getElementById("photographs");
  const tiles = () => document.getElementById("tiles");
  const token = () => document.querySelector("#dropping [name=csrfmiddlewaretoken]").value;

  document.documentElement.classList.add("scripted");
  grip();

  function say(text) {
    document.getElementById("said").textContent = text;
  }

  function refuse(text) {
    const note = document.createElement("p");
    note.className = "note bad";
    note.textContent = text;
    document.getElementById("refused").append(note);
  }

  // --- Answers: each is the page as it is now ---------------------------------------------------

  async function post(action, data) {
    whole().setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(action, { method: "POST", body: data, headers: { Accept: "text/html" } });
      if (!answer.ok) throw new Error(answer.status);
      show(new DOMParser().parseFromString(await answer.text(), "text/html"));
      return true;
    } catch {
      refuse("The line broke, or this page is old. Load it again to see how things stand.");
      return false;
    } finally {
      whole().removeAttribute("aria-busy");
    }
  }

  function show(page) {
    const fresh = page.getElementById("photographs");
    if (!fresh) {
      location.reload(); // signed out meanwhile, or the vehicle has gone
      return;
    }
    const refused = [...document.getElementById("refused").children];
    const main = document.getElementById("main");
    for (const note of main.querySelectorAll(":scope > .note")) note.remove();
    const notes = [...page.querySelectorAll("#main > .note")];
    for (const note of notes) note.removeAttribute("role"); // said once, below
    main.prepend(...notes);
    whole().replaceWith(fresh);
    document.getElementById("refused").append(...refused);
    say(notes.map((note) => note.textContent).join(" ") || fresh.dataset.said);
    grip();
  }

  function arrange(button) {
    const form = document.getElementById("arranging");
    const data = new FormData(form);
    if (button) data.append(button.name, button.value);
    return post(form.action, data);
  }

  document.addEventListener("submit", async (event) => {
    if (event.target.id !== "arranging") return;
    event.preventDefault();
    const { name, value } = event.submitter;
    clear();
    if (!(await arrange(event.submitter))) return;
    const all = [...document.querySelectorAll("#tiles button")].filter((each) => each.value === value);
    const same = all.find((each) => each.name === name && !each.disabled);
    (same ?? all.find((each) => !each.disabled) ?? document.getElementById("title")).focus();
  });

  function clear() {
    document.getElementById("refused").replaceChildren();
  }

  // --- Sending ----------------------------------------------------------------------------------

  document.addEventListener("change", (event) => {
    if (event.target.type !== "file") return;
    const files = [...event.target.files];
    event.target.value = "";
    take(files);
  });

  function carriesFiles(event) {
    return [...(event.dataTransfer?.types ?? [])].includes("Files");
  }

  // Anywhere on the page: a file that misses the box would else be opened in its place.
  document.addEventListener("dragover", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    document.getElementById("drop").classList.add("over");
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) document.getElementById("drop").classList.remove("over");
  });
  document.addEventListener("drop", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    document.getElementById("drop").classList.remove("over");
    take([...event.dataTransfer.files]);
  });

  const waiting = [];
  let going = 0;
  let kept = 0;

  function take(files) {
    if (!files.length) return;
    if (!going) clear();
    for (const file of files) waiting.push([file, pending(file)]);
    say(files.length === 1 ? "Sending a photograph." : `Sending ${files.length} photographs.`);
    while (going < AT_ONCE && waiting.length) next();
  }

  function next() {
    const [file, tile] = waiting.shift();
    going += 1;
    send(file, tile).then((told) => {
      going -= 1;
      if (told.why) {
        tile.remove();
        refuse(told.why);
      } else if (document.querySelector(`#tiles [value="${told.image}"]`)) {
        tile.remove();
        refuse(`${file.name} is there already.`);
      } else {
        keep(tile, told);
        kept += 1;
      }
      if (waiting.length) next();
      else if (!going && kept) {
        kept = 0;
        arrange(); // in the order that they have here; a draft with enough of them goes on sale
      }
    });
  }

  function pending(file) {
    const tile = document.createElement("li");
    tile.className = "tile pending";
    tile.innerHTML = '<div class="frame"></div><p class="what"><progress max="100" aria-label="Sending"></progress></p>';
    tiles().append(tile);
    preview(file, tile.querySelector(".frame"));
    return tile;
  }

  async function preview(file, frame) {
    try {
      const small = await createImageBitmap(file, { resizeWidth: 320, resizeQuality: "low" });
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [small.width, small.height];
      canvas.getContext("2d").drawImage(small, 0, 0);
      frame.prepend(canvas);
    } catch {
      frame.innerHTML = '<span class="blank">Being sent</span>'; // no image, or none of this browser
    }
  }

  // While many are being sent the server says so at once; each is tried again for a while.
  async function send(file, tile) {
    let told = await sendOnce(file, tile);
    for (let n = 0; told.later && n < TRIES; n += 1) {
      await new Promise((wake) => setTimeout(wake, 1000 * told.later));
      told = await sendOnce(file, tile);
    }
    return told;
  }

  function sendOnce(file, tile) {
    const bar = tile.querySelector("progress");
    const most = Number(whole().dataset.largest);
    if (file.size > most) {
      return Promise.resolve({ why: `${file.name} was not taken: it is larger than ${Math.floor(most / 2 ** 20)} MB.` });
    }
    const data = new FormData();
    data.append("csrfmiddlewaretoken", token());
    data.append("files", file);
    return new Promise((done) => {
      const request = new XMLHttpRequest();
      request.open("POST", document.getElementById("dropping").action);
      request.setRequestHeader("Accept", "application/json");
      request.responseType = "json";
      request.upload.addEventListener("progress", (event) => {
        if (event.lengthComputable && event.loaded < event.total) bar.value = (100 * event.loaded) / event.total;
        else bar.removeAttribute("value"); // it is there, and being checked
      });
      request.addEventListener("load", () => {
        const broken = { why: `${file.name} could not be sent. Load this page again, and send it once more.` };
        const later = request.status === 503 && Number(request.getResponseHeader("Retry-After"));
        done(request.response?.drops?.[0] ?? { ...(request.response?.why ? request.response : broken), later });
      });
      request.addEventListener("error", () => done({ why: `The line broke before ${file.name} was there. Send it again.` }));
      request.send(data);
    });
  }

  function keep(tile, told) {
    const field = document.createElement("input");
    [field.type, field.name, field.value] = ["hidden", "image", told.image];
    tile.prepend(field);
    const said = document.createElement("span");
    [said.className, said.textContent] = ["kept", "Kept"];
    tile.querySelector(".what").replaceChildren(said);
  }

  // --- Dragging: by a grip, so that a phone still scrolls ---------------------------------------

  function grip() {
    for (const frame of document.querySelectorAll("#tiles .frame")) {
      const handle = document.createElement("span");
      handle.className = "grip";
      frame.append(handle);
    }
  }

  document.addEventListener("pointerdown", (event) => {
    const by = event.pointerType === "mouse" ? ".frame" : ".grip";
    const tile = event.target.closest?.(by)?.closest(".tile:not(.pending)");
    if (!tile || event.button || going || waiting.length) return;
    event.preventDefault();
    const before = order();
    tile.classList.add("held");
    document.documentElement.classList.add("dragging");

    function move(moved) {
      const over = document.elementFromPoint(moved.clientX, moved.clientY)?.closest("#tiles .tile");
      if (!over || over === tile) return;
      const isAfter = tile.compareDocumentPosition(over) & Node.DOCUMENT_POSITION_FOLLOWING;
      over[isAfter ? "after" : "before"](tile);
    }
    function stop() {
      document.removeEventListener("pointermove", move);
      document.removeEventListener("pointerup", stop);
      document.removeEventListener("pointercancel", stop);
      tile.classList.remove("held");
      document.documentElement.classList.remove("dragging");
      if (order() !== before) arrange();
    }
    document.addEventListener("pointermove", move);
    document.addEventListener("pointerup", stop);
    document.addEventListener("pointercancel", stop);
  });

  function order() {
    return [...document.querySelectorAll("#tiles [name=image]")].map((each) => each.value).join("\n");
  }
})();
