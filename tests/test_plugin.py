"""Plain MkDocs works too: the plugin stages, finds, names the true source, and watches it."""

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT


def mkdocs(*words: str, root: Path) -> subprocess.CompletedProcess[str]:
    """MkDocs as one who knows it would start it."""
    command = [sys.executable, "-m", "mkdocs", *words]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


def own_settings(root: Path, **extra: str) -> None:
    """A real mkdocs.yml in place of the link: MkDocs takes the folder of the file it is given."""
    text = (ROOT / "mkdocs.yml").read_text("utf-8") + "".join(f"\n{key}: {value}\n" for key, value in extra.items())
    (root / "mkdocs.yml").unlink()
    (root / "mkdocs.yml").write_text(text, "utf-8")


def test_plain_mkdocs_builds_three_languages(tiny: Path) -> None:
    own_settings(tiny, repo_url="https://forge.example/ahil", edit_uri="edit/main/")
    done = mkdocs("build", "--strict", root=tiny)
    assert done.returncode == 0, done.stderr
    for name in (
        "index.html",
        "ru/index.html",
        "en/modules/listen-first/index.html",
        "en/modules/listen-first/trainer.html",
    ):
        assert (tiny / "site" / name).is_file()
    page = (tiny / "site/ru/modules/listen-first/index.html").read_text("utf-8")
    assert "https://forge.example/ahil/edit/main/modules/listen-first/ru.md" in page


def test_plain_mkdocs_strict_says_what_is_wrong(tiny: Path) -> None:
    own_settings(tiny)
    page = tiny / "docs/en/index.md"
    page.write_text(page.read_text("utf-8") + "\n[gone](page:nowhere)\n", "utf-8")
    done = mkdocs("build", "--strict", root=tiny)
    assert done.returncode != 0
    line = len(page.read_text("utf-8").splitlines())
    assert f"docs/en/index.md:{line}" in done.stderr and "nowhere" in done.stderr


def test_serving_watches_the_sources_and_not_the_staged_tree(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own_settings(tiny)
    from mkdocs.config import load_config

    config = load_config(str(tiny / "mkdocs.yml"))
    plugin = config.plugins["ahil"]
    config = config.plugins.on_config(config)

    class Server:
        def __init__(self) -> None:
            self.watched = {str(config.docs_dir)}

        def watch(self, path: str) -> None:
            self.watched.add(path)

        def unwatch(self, path: str) -> None:
            self.watched.discard(path)

    server = Server()
    plugin.on_serve(server, config=config, builder=None)
    watched = {Path(path).name for path in server.watched}
    assert {"docs", "modules", "handouts", "worksheets", "data", "theme"} <= watched
    assert str(config.docs_dir) not in server.watched


def test_a_touched_file_is_staged_anew_and_an_untouched_tree_is_not(tiny: Path) -> None:
    own_settings(tiny)
    from mkdocs.config import load_config

    config = load_config(str(tiny / "mkdocs.yml"))
    config = config.plugins.on_config(config)
    staged = Path(config.docs_dir) / "en/index.md"
    first = staged.stat().st_mtime_ns
    config.plugins["ahil"].on_config(config)
    assert staged.stat().st_mtime_ns == first
    page = tiny / "docs/en/index.md"
    page.write_text(page.read_text("utf-8") + "\nOne more line.\n", "utf-8")
    config.plugins["ahil"].on_config(config)
    assert "One more line." in staged.read_text("utf-8")
