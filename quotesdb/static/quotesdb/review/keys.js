// What the keys do. The help shows this very list.

const OFF = "review-keys-are-off";

export function keysOf(desk, page) {
    const accept = () => desk.accept(desk.likely?.quote ?? null);
    return [
        {
            keys: ["Enter"],
            shown: "⏎",
            said: "do the likely thing: what the first button says",
            act: accept,
        },
        { keys: ["n"], shown: "n", said: "accept as a new quote", act: () => desk.accept(null) },
        ...[1, 2, 3].map((number) => ({
            keys: [String(number)],
            shown: number === 1 ? "1 2 3" : "",
            said: "accept as a wording of that quote",
            act: () => desk.acceptMatch(number),
        })),
        {
            keys: ["m"],
            shown: "m",
            said: "look for the quote that this is a wording of",
            act: () => desk.openQuote(),
        },
        {
            keys: ["r"],
            shown: "r",
            said: "reject; then 1 to 5 for the reason",
            act: () => desk.startRejecting(),
        },
        {
            keys: ["u"],
            shown: "u",
            said: "take back the decision in focus, or the last",
            act: () => desk.undo(),
        },
        { keys: ["j", "ArrowDown"], shown: "j ↓", said: "next", act: () => desk.step(1) },
        { keys: ["k", "ArrowUp"], shown: "k ↑", said: "the one before", act: () => desk.step(-1) },
        { keys: ["g"], shown: "g", said: "first that waits", act: () => desk.firstWaiting() },
        {
            keys: ["s"],
            shown: "s",
            said: "take the speaker that is offered; again: the next offer",
            act: () => desk.takeFirstOffer(),
        },
        {
            keys: ["e"],
            shown: "e",
            said: "choose or create who said it",
            act: () => desk.openSpeaker("speaker"),
        },
        { keys: ["c"], shown: "c", said: "add a hop to the chain", act: () => desk.addHop() },
        { keys: ["f"], shown: "f", said: "another form", act: () => desk.nextForm() },
        {
            keys: ["w"],
            shown: "w",
            said: "type other words",
            act: () => desk.marking.startTyping(),
        },
        {
            keys: ["Shift+ArrowRight"],
            shown: "⇧→ ⇧←",
            said: "the words end one word later, or earlier",
            act: () => desk.marking.moveEnd(1),
        },
        { keys: ["Shift+ArrowLeft"], shown: "", said: "", act: () => desk.marking.moveEnd(-1) },
        {
            keys: ["Control+ArrowLeft"],
            shown: "Ctrl← Ctrl→",
            said: "the words start one word earlier, or later",
            act: () => desk.marking.moveStart(-1),
        },
        { keys: ["Control+ArrowRight"], shown: "", said: "", act: () => desk.marking.moveStart(1) },
        {
            keys: ["a"],
            shown: "a",
            said: "add a quote that the reader did not find",
            act: () => desk.startNew(),
        },
        {
            keys: ["o"],
            shown: "o",
            said: "take the article over from whoever has it",
            act: () => page.takeOver(),
        },
        { keys: ["q"], shown: "q", said: "back to the queue", act: () => page.toQueue() },
        { keys: ["?"], shown: "?", said: "these keys", act: () => page.help() },
        {
            keys: ["Escape"],
            shown: "Esc",
            said: "leave a field, or do not reject",
            act: () => escape(desk),
        },
    ];
}

function escape(desk) {
    if (desk.isRejecting) return desk.stopRejecting();
    if (desk.marking.isTyping) return desk.marking.stopTyping();
    return desk.isNew ? desk.dropNew() : undefined;
}

export function listen(desk, keys) {
    const acts = new Map(keys.flatMap((one) => one.keys.map((key) => [key, one.act])));
    document.addEventListener("keydown", (event) => {
        const key = named(event);
        if (document.querySelector("dialog[open]") || !isMeant(event, key)) return;
        const act = (desk.isRejecting && reasonOf(desk, key)) || acts.get(key);
        if (!act || (areOff() && key !== "Escape")) return;
        event.preventDefault();
        act();
    });
}

function reasonOf(desk, key) {
    const reason = /^[1-9]$/.test(key) ? desk.words.rejections[Number(key) - 1] : null;
    if (reason) return () => desk.reject(reason);
    return key === "Escape" ? null : () => undefined;
}

function named(event) {
    if (event.key.startsWith("Arrow")) {
        return [event.ctrlKey && "Control", event.shiftKey && "Shift", event.key]
            .filter(Boolean)
            .join("+");
    }
    return event.key.length === 1 ? event.key.toLowerCase() : event.key;
}

// Keys typed into a field are words, and Enter on a button or a link is that button's.
function isMeant(event, key) {
    if (
        event.altKey ||
        event.metaKey ||
        event.repeat ||
        (event.ctrlKey && !key.startsWith("Control+"))
    )
        return false;
    const { target } = event;
    if (target.closest("input:not([type=checkbox]), textarea, select")) {
        if (key === "Escape") target.blur();
        return key === "Escape";
    }
    return !(["Enter", " "].includes(key) && target.closest("a, button, summary"));
}

export function areOff() {
    return localStorage.getItem(OFF) === "yes";
}

export function turn(off) {
    localStorage.setItem(OFF, off ? "yes" : "no");
}
