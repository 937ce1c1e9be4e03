// Adds to pages that are complete without it: suggestions while a question is typed, "/" to the search
// box, arrow keys from hit to hit. Sends nothing anywhere but what is typed to this site itself.
"use strict";

const box = document.getElementById("q");
const PAUSE = 150; // milliseconds without a key before suggestions are asked for
const KEEP = "interloc-no-shortcut"; // the visitor does not want the key "/"

const hits = () => [...document.querySelectorAll(".hits h3 a")];
const wantsShortcut = () => { try { return !localStorage.getItem(KEEP); } catch { return true; } };

function suggestions() {
  const list = document.createElement("ul");
  const said = document.createElement("p");
  let timer = 0, asked = "", chosen = -1;
  Object.assign(list, { id: "suggestions", className: "suggestions", hidden: true });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", box.dataset.suggestions);
  said.className = "unseen";
  said.setAttribute("aria-live", "polite");
  box.parentElement.append(list, said);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"],
    ["aria-controls", list.id], ["aria-expanded", "false"]]) box.setAttribute(name, value);

  function choose(index) {
    chosen = index;
    [...list.children].forEach((one, place) => one.setAttribute("aria-selected", place === index));
    if (index < 0) return box.removeAttribute("aria-activedescendant");
    box.setAttribute("aria-activedescendant", list.children[index].id);
    list.children[index].scrollIntoView({ block: "nearest" });
  }

  function show(texts) {
    list.replaceChildren(...texts.map((text, place) => {
      const one = document.createElement("li");
      one.id = `suggestion-${place}`;
      one.setAttribute("role", "option");
      one.textContent = text;
      return one;
    }));
    list.hidden = !texts.length;
    box.setAttribute("aria-expanded", String(!list.hidden));
    said.textContent = texts.length ? box.dataset.found.replace("{}", texts.length) : "";
    choose(-1);
  }

  async function ask() {
    const typed = box.value;
    if (typed === asked) return;
    asked = typed;
    if (typed.trim().length < 2) return show([]);
    try {
      const answer = await fetch(`/api/v1/suggest?q=${encodeURIComponent(typed.slice(0, 200))}`);
      const found = answer.ok ? (await answer.json()).suggestions : [];
      if (box.value === typed && document.activeElement === box) show(found);
    } catch { show([]); }
  }

  function take(index) {
    box.value = asked = list.children[index].textContent;
    show([]);
    box.form.requestSubmit();
  }

  box.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, PAUSE); });
  box.addEventListener("blur", () => show([]));
  list.addEventListener("mousedown", (event) => {
    event.preventDefault();
    const index = [...list.children].indexOf(event.target);
    if (index >= 0) take(index);
  });
  box.addEventListener("keydown", (event) => {
    const count = list.children.length;
    if (event.key === "ArrowDown" && count) choose((chosen + 2) % (count + 1) - 1);
    else if (event.key === "ArrowUp" && count) choose((chosen + count + 1) % (count + 1) - 1);
    else if (event.key === "ArrowDown" && hits().length) hits()[0].focus();
    else if (event.key === "Enter" && chosen >= 0) take(chosen);
    else if (event.key === "Escape" && count) show([]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}

function keys(event) {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key === "/" && !typing && box && wantsShortcut()) {
    event.preventDefault();
    box.focus();
    box.select();
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const all = hits(), place = all.indexOf(document.activeElement);
  if (!step || place < 0) return;
  event.preventDefault();
  (all[place + step] ?? (step < 0 ? box : all[place])).focus();
}

function shortcutSwitch() {
  const held = document.querySelector("[data-shortcut]");
  if (!held) return;
  const check = held.querySelector("input");
  held.hidden = false;
  check.checked = wantsShortcut();
  check.addEventListener("change", () => {
    try { check.checked ? localStorage.removeItem(KEEP) : localStorage.setItem(KEEP, "1"); } catch { /* not kept */ }
  });
}

if (box) suggestions();
document.addEventListener("keydown", keys);
shortcutSwitch();
