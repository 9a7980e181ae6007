// Elements made by hand: a tag, its attributes and listeners, and what is inside.

export function h(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
        if (typeof value === "function") {
            element.addEventListener(name, value);
        } else if (value === true) {
            element.setAttribute(name, "");
        } else if (value !== false && value !== null && value !== undefined) {
            element.setAttribute(name, value);
        }
    }
    element.append(
        ...children
            .flat(9)
            .filter(
                (child) => child !== null && child !== undefined && child !== false && child !== "",
            ),
    );
    return element;
}

export function kbd(key) {
    return h("kbd", { "aria-hidden": "true" }, key);
}

export function button(label, key, click, attributes = {}) {
    return h(
        "button",
        { type: "button", click, ...attributes },
        label,
        key ? " " : "",
        key ? kbd(key) : "",
    );
}

export function select(label, words, value, change, { blank = "" } = {}) {
    const options = blank ? ["", ...words] : words;
    return h(
        "select",
        { "aria-label": label, change: (event) => change(event.target.value) },
        options.map((word) =>
            h("option", { value: word, selected: word === value }, word ? said(word) : blank),
        ),
    );
}

export function input(label, value, change, attributes = {}) {
    return h("input", {
        type: "text",
        "aria-label": label,
        value: value || "",
        input: (event) => change(event.target.value),
        ...attributes,
    });
}

// A word of a vocabulary as people say it.
export function said(word) {
    return word.replaceAll("_", " ");
}
