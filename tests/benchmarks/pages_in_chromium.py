"""The project's pages on a port of their own, and a curator's browser in front of them."""

from contextlib import contextmanager

from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import connections
from django.test.testcases import LiveServerThread
from playwright.sync_api import sync_playwright

from tests.browser.chromium import find_chromium


@contextmanager
def server():
    """The project's pages on a port of their own, over an empty database."""
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    get_user_model().objects.create_superuser("ada", password="a password of nobody")
    connections.close_all()
    thread = LiveServerThread("127.0.0.1", lambda pages: pages)
    thread.daemon = True
    thread.start()
    thread.is_ready.wait()
    if thread.error:
        raise thread.error
    yield f"http://127.0.0.1:{thread.port}"
    thread.terminate()


@contextmanager
def signed_in(home):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(f"{home}/admin/")
        page.get_by_label("Username").fill("ada")
        page.get_by_label("Password").fill("a password of nobody")
        page.get_by_role("button", name="Log in").click()
        page.wait_for_load_state()
        yield page
        browser.close()
