"""The colours of the picture: as attributes for light, as one style for dark."""

from dataclasses import dataclass

SCOPE = "quotesdb-graph"


@dataclass(frozen=True, slots=True)
class Colours:
    """What a class of things is filled and drawn with."""

    fill: str
    stroke: str
    text: str = ""


LIGHT = {
    "paper": Colours("#ffffff", "none"),
    "speaker": Colours("#eaf1fc", "#4a6fb0", "#17233b"),
    "outlet": Colours("#fdf1d7", "#a3711a", "#33240a"),
    "article": Colours("#f4f5f7", "#7d8590", "#1f2328"),
    "edge": Colours("#656d76", "#656d76", "#57606a"),
    "loop": Colours("#c62828", "#c62828", "#c62828"),
    "origin": Colours("#0a7a4b", "#0a7a4b", "#ffffff"),
}

DARK = {
    "paper": Colours("#15181c", "none"),
    "speaker": Colours("#1d2a41", "#7fa3e0", "#e4ecfa"),
    "outlet": Colours("#3a2d12", "#d6a548", "#fbefd4"),
    "article": Colours("#262b31", "#8b949e", "#e6edf3"),
    "edge": Colours("#9aa4ae", "#9aa4ae", "#a9b3bd"),
    "loop": Colours("#ff7b72", "#ff7b72", "#ff7b72"),
    "origin": Colours("#4fd08f", "#4fd08f", "#08210f"),
}


def shape_style(name: str, colours: Colours) -> str:
    """Its shapes take the colours of the group that they are in; its text has one of its own."""
    own = f".{SCOPE} .{name}{{fill:{colours.fill};stroke:{colours.stroke}}}"
    text = f".{SCOPE} .{name} text{{fill:{colours.text};stroke:none}}" if colours.text else ""
    return own + text


def dark_style() -> str:
    """Overrules the attributes where the reader prefers dark. Later rules overrule earlier ones."""
    extras = (
        f".{SCOPE} .edge path.line{{fill:none}}"
        f".{SCOPE} .halo{{stroke:{DARK['paper'].fill}}}"
        f".{SCOPE} .edge .halo{{stroke:{DARK['paper'].fill}}}"
        f".{SCOPE} .frame.origin{{fill:none}}"
    )
    rules = "".join(shape_style(name, colours) for name, colours in DARK.items())
    return f"@media (prefers-color-scheme:dark){{{rules}{extras}}}"
