// A field to find something by typing: what is found stands below it, and one of it is chosen.

import { h } from "./dom.js";

const PATIENCE = 120;
let count = 0;

export class Finder {
    // `find` gives the options for a term; `shown` one of them for the eye; `likely` the place of
    // the one that Enter takes. `chosen` is told the choice, `left` that there is none after all,
    // and `awaited` that Enter came before the answer.
    constructor({ label, hint, find, shown, likely, chosen, left, awaited }) {
        Object.assign(this, { find, shown, likely, chosen, left, awaited });
        this.name = `finder-${(count += 1)}`;
        this.options = [];
        this.at = 0;
        this.field = h("input", {
            type: "text",
            class: "finder-field",
            role: "combobox",
            autocomplete: "off",
            "aria-label": label,
            "aria-expanded": "false",
            "aria-controls": this.name,
            "aria-autocomplete": "list",
            placeholder: hint,
            input: () => this.typed(),
            keydown: (event) => this.pressed(event),
            blur: () => this.left(),
        });
        const list = {
            id: this.name,
            role: "listbox",
            "aria-label": label,
            class: "finder-options",
        };
        this.list = h("ul", { ...list, hidden: true });
        this.element = h("div", { class: "finder" }, this.field, this.list);
        this.search();
    }

    get term() {
        return this.field.value.trim();
    }

    fill(words) {
        this.field.value = words;
        this.typed();
    }

    typed() {
        clearTimeout(this.timer);
        this.isWaiting = true;
        this.timer = setTimeout(() => this.search(), PATIENCE);
    }

    async search() {
        const { term } = this;
        this.isWaiting = true;
        const options = await this.find(term);
        if (term !== this.term) return;
        this.isWaiting = false;
        this.show(options);
        if (this.isAwaited && options.length) this.choose(options[this.at]);
        this.isAwaited = this.field.readOnly = false;
    }

    // Enter came before the answer: it is chosen then, and what is typed meanwhile is no name.
    wait() {
        this.isAwaited = this.field.readOnly = true;
        this.awaited();
    }

    show(options) {
        this.options = options;
        this.list.replaceChildren(...options.map((one, number) => this.option(one, number)));
        this.list.hidden = !options.length;
        this.field.setAttribute("aria-expanded", String(Boolean(options.length)));
        this.goTo(Math.max(this.likely(options), 0));
    }

    option(one, number) {
        const mousedown = (event) => {
            event.preventDefault();
            this.choose(one);
        };
        const id = `${this.name}-${number}`;
        return h("li", { role: "option", id, mousedown }, this.shown(one));
    }

    goTo(number) {
        if (!this.options.length) return;
        this.at = (number + this.options.length) % this.options.length;
        [...this.list.children].forEach((item, place) =>
            item.setAttribute("aria-selected", String(place === this.at)),
        );
        this.field.setAttribute("aria-activedescendant", `${this.name}-${this.at}`);
        this.list.children[this.at].scrollIntoView({ block: "nearest" });
    }

    pressed(event) {
        const moves = { ArrowDown: 1, ArrowUp: -1 };
        if (event.key in moves) {
            this.goTo(this.at + moves[event.key]);
        } else if (event.key === "Enter") {
            if (this.isWaiting) this.wait();
            else if (this.options.length) this.choose(this.options[this.at]);
        } else if (event.key === "Escape") {
            this.left();
        } else {
            return;
        }
        event.preventDefault();
        event.stopPropagation();
    }

    choose(one) {
        this.left = () => undefined;
        this.chosen(one);
    }
}
