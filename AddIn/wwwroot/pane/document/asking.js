// @ts-check
import { all } from "../../lib/dom.js";
import { t } from "../../lib/text.js";

/** @typedef {"document" | "pane"} Side */
/** @typedef {{ at: HTMLElement, label: string, document: string, choose: (side: Side) => void }} Question a place that both sides changed */

const LONGEST = 240;

/** Shows the places that document and pane changed differently, each where it stands, until somebody chooses. */
export class Asking {
  /** @type {HTMLElement} */ #form;
  /** @type {Map<HTMLElement, { said: string, box: HTMLElement }>} */ #shown = new Map();

  /** @param {HTMLElement} form */
  constructor(form) {
    this.#form = form;
  }

  /** @param {Question[]} questions all that are open */
  show(questions) {
    for (const [place, { box }] of this.#shown) {
      if (questions.some(({ at }) => at === place)) continue;
      box.remove();
      this.#shown.delete(place);
    }
    for (const question of questions) this.#put(question);
    for (const orphan of all(this.#form, "[data-asked]")) if (![...this.#shown.values()].some(({ box }) => box === orphan)) orphan.remove();
  }

  /** Goes to the first place. */
  focus() {
    const [first] = all(this.#form, "[data-asked] button");
    first?.focus();
    first?.scrollIntoView({ block: "center" });
  }

  /** @param {Question} question */
  #put({ at, label, document: said, choose }) {
    if (this.#shown.get(at)?.said === said) return;
    this.#shown.get(at)?.box.remove();
    const box = Object.assign(document.createElement("div"), { className: "notice asked" });
    box.dataset.tone = "warning";
    box.dataset.asked = "";
    const words = document.createElement("span");
    words.lang = "vi";
    words.textContent = said === "" ? t("(để trống)") : said.length > LONGEST ? `${said.slice(0, LONGEST)}…` : said;
    const line = document.createElement("p");
    line.append(t("Trong văn bản ghi:"), " ", words);
    const row = Object.assign(document.createElement("p"), { className: "button-row" });
    row.append(button(t("Lấy từ văn bản"), label, () => choose("document")), button(t("Giữ như ở đây"), label, () => choose("pane")));
    box.append(line, row);
    at.append(box);
    this.#shown.set(at, { said, box });
  }
}

/** @param {string} words @param {string} label which place it is about @param {() => void} act */
function button(words, label, act) {
  const made = Object.assign(document.createElement("button"), { type: "button", className: "button subtle", textContent: words });
  made.setAttribute("aria-label", `${words}: ${label}`);
  made.addEventListener("click", act);
  return made;
}
