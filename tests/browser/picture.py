"""Pictures of the steps of a walk, for people to look at."""


def picture(page, folder, name):
    """A picture of the whole page; pytest's --basetemp says where they are kept."""
    page.wait_for_load_state("networkidle")
    page.screenshot(path=folder / f"{name}.png", full_page=True)
