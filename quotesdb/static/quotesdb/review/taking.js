// Having the article: asked again while the page is open, left with the page.

import { ask, tell } from "./asking.js";
import { button, h } from "./dom.js";

const AGAIN = 60_000;

export class Taking {
    constructor(desk, place) {
        Object.assign(this, { desk, place });
        this.address = `${desk.address}article/${desk.article}/`;
    }

    start() {
        if (this.desk.mayDecide) {
            this.take();
            window.addEventListener("pagehide", () => this.leave());
            window.addEventListener("pageshow", (event) => event.persisted && this.take());
        }
        setInterval(() => this.again(), AGAIN);
    }

    again() {
        if (document.hidden) return undefined;
        return this.desk.mayDecide && !this.desk.isTakenByAnother ? this.take() : this.look();
    }

    async take(over = false) {
        const answer = await ask(`${this.address}take/`, { over });
        if (!answer.ok) return;
        const was = this.desk.isTakenByAnother;
        this.desk.taking = answer.taking;
        if (over || (was && !this.desk.isTakenByAnother)) await this.look();
        this.desk.redraw();
    }

    // While another has it: see what became of the candidates.
    async look() {
        const answer = await ask(`${this.address}candidates/`);
        if (!answer.ok) return;
        const isFree = !answer.taking && this.desk.mayDecide;
        this.desk.learn(answer);
        if (isFree) await this.take();
        else if (this.desk.focus && !this.desk.draft?.isChanged && !this.desk.isNew)
            await this.desk.look();
    }

    leave() {
        if (this.desk.taking?.mine) tell(`${this.address}leave/`);
    }

    draw() {
        const { taking, mayDecide, isTakenByAnother } = this.desk;
        const parts = [];
        if (isTakenByAnother) {
            parts.push(
                h(
                    "span",
                    {},
                    `${taking.by} has this article until ${clock(taking.until)}. You can look on. `,
                ),
            );
            if (mayDecide) parts.push(button("Take it over", "o", () => this.take(true)));
        } else if (!mayDecide) {
            parts.push("Your account may look, but not decide.");
        }
        if (
            this.place.dataset.now !==
            JSON.stringify([isTakenByAnother, taking?.by, taking?.until, mayDecide])
        ) {
            this.place.dataset.now = JSON.stringify([
                isTakenByAnother,
                taking?.by,
                taking?.until,
                mayDecide,
            ]);
            this.place.replaceChildren(...parts);
        }
    }
}

function clock(moment) {
    return new Date(moment).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
}
