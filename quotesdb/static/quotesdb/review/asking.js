// Questions to the server. Whatever happens, the answer has a sentence for people if it failed.

const LOST = "The server did not answer. Nothing was saved, and nothing here is lost: try again.";
const ODD = "The server could not do that. Nothing was saved; open the page again if it stays so.";

export async function ask(address, body) {
    let response;
    try {
        response = await fetch(address, body === undefined ? { headers: wanted() } : post(body));
    } catch {
        return { ok: false, status: 0, sentence: LOST };
    }
    const isJson = (response.headers.get("Content-Type") || "").startsWith("application/json");
    if (!isJson) {
        return { ok: false, status: response.status, sentence: ODD };
    }
    return { ...(await response.json()), ok: response.ok, status: response.status };
}

// Sent even while the page is being left.
export function tell(address) {
    fetch(address, { ...post({}), keepalive: true }).catch(() => undefined);
}

function post(body) {
    return {
        method: "POST",
        headers: { ...wanted(), "Content-Type": "application/json", "X-CSRFToken": token() },
        body: JSON.stringify(body),
    };
}

function wanted() {
    return { Accept: "application/json" };
}

function token() {
    return document.querySelector("[name=csrfmiddlewaretoken]").value;
}
