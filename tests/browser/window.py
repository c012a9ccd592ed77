"""A window of the browser that remembers what it asked for and what it complained of."""

from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page, Request, Route


@dataclass
class Window:
    """One window of the browser and all it asked for and complained of."""

    page: Page
    home: str
    asked: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def missed(self, request: Request) -> None:
        """A request that found nothing; one the reader left behind by going on is none."""
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"{request.url} {request.failure}")

    def go(self, path: str) -> Page:
        self.page.goto(f"{self.home}/{path}")
        return self.page


class Windows:
    """Opens windows; in the end none may have asked outside or complained."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self.opened: list[Window] = []

    def open(
        self, home: str, *, width: int = 1280, height: int = 800, dark: bool = False, scripts: bool = True
    ) -> Window:
        context = self._browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            java_script_enabled=scripts,
            has_touch=width < 600,
        )
        window = Window(context.new_page(), home)

        def judge(route: Route) -> None:
            url = route.request.url
            window.asked.append(url)
            if url.startswith((home, "data:")):
                route.continue_()
            else:
                window.outside.append(url)
                route.abort()

        context.route("**/*", judge)
        window.page.on("console", lambda said: window.complaints.append(said.text) if said.type == "error" else None)
        window.page.on("pageerror", lambda error: window.complaints.append(str(error)))
        window.page.on("requestfailed", window.missed)
        self.opened.append(window)
        return window
