"""The agenda builder as a reader of its page sees it, many choices at a time."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs

from playwright.sync_api import Page

READ = r"""
async (choices) => {
  const made = document.querySelector(".agenda-made"), text = (element) => element.textContent.trim();
  const hrefs = (root, selector) => [...root.querySelectorAll(selector)].map((link) => link.getAttribute("href"));
  const row = (tr) => ({ kind: tr.className, time: text(tr.cells[0]), what: text(tr.cells[1]), minutes: Number(text(tr.cells[2])), href: hrefs(tr, "a")[0] || "" });
  const seen = [];
  for (const choice of choices) {
    const changed = new Promise((done) => addEventListener("hashchange", done, { once: true }));
    location.hash = choice;
    await changed;
    seen.push({
      status: text(document.querySelector(".agenda-out [role=status]")),
      warnings: [...made.querySelectorAll(".agenda-warning")].map(text),
      days: [...made.querySelectorAll(".agenda-day")].map((day) => ({
        title: text(day.querySelector("h2")),
        rows: [...day.querySelectorAll("tbody tr")].map(row),
        total: Number(text(day.querySelector("tfoot td:last-child"))),
      })),
      dropped: hrefs(made, ".agenda-dropped a"),
      said: made.querySelector(".agenda-dropped p") ? text(made.querySelector(".agenda-dropped p")) : "",
      papers: hrefs(made, ".agenda-papers li > a"),
      pdfs: hrefs(made, ".agenda-file a"),
      bring: [...made.querySelectorAll(".agenda-bring li")].map(text),
      room: [...made.querySelectorAll(".agenda-room li")].map(text),
    });
  }
  return seen;
}
"""


@dataclass(frozen=True)
class Row:
    """A line of a day; times count minutes from midnight."""

    start: int
    end: int
    what: str
    minutes: int
    href: str
    kind: str


@dataclass(frozen=True)
class Seen:
    """What the page made of one choice."""

    choice: str
    told: dict[str, Any]

    @property
    def days(self) -> list[list[Row]]:
        """The lines of each day without those of single steps."""
        return [[one for one in day if one.kind != "step"] for day in self.all_rows]

    @property
    def steps(self) -> list[Row]:
        """The lines of single steps."""
        return [one for day in self.all_rows for one in day if one.kind == "step"]

    @property
    def all_rows(self) -> list[list[Row]]:
        """Every line of every day."""
        return [[_row(row) for row in day["rows"]] for day in self.told["days"]]

    @property
    def totals(self) -> list[int]:
        """What stands under each day."""
        return [day["total"] for day in self.told["days"]]

    def asked(self, key: str, usual: str = "") -> str:
        """A part of the choice."""
        return parse_qs(self.choice, keep_blank_values=True).get(key, [usual])[0]


def _row(told: dict[str, Any]) -> Row:
    start, end = (int(time[:2]) * 60 + int(time[3:]) for time in told["time"].split("–"))
    return Row(start, end or 24 * 60, told["what"], told["minutes"], told["href"], told["kind"])


def read_agendas(page: Page, choices: list[str]) -> list[Seen]:
    """Every choice put into the address of the page, one after the other, and what came of it."""
    return [Seen(choice, told) for choice, told in zip(choices, page.evaluate(READ, choices), strict=True)]
