"""The house keeps its own rules: types, style, layers, and one start for everything."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from conftest import ROOT

BIN = Path(sys.executable).parent

TOOLS = {
    "types": [BIN / "mypy"],
    "style": [BIN / "ruff", "check", "scripts", "tests", "benchmarks", "run.py"],
    "layers": [BIN / "lint-imports"],
}


@pytest.mark.parametrize("tool", TOOLS)
def test_the_tool_finds_nothing(tool: str) -> None:
    done = subprocess.run(TOOLS[tool], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_run_py_is_small_and_needs_only_the_standard_library() -> None:
    lines = (ROOT / "run.py").read_text("utf-8").splitlines()
    assert len(lines) < 100
    names = {line.split()[1].split(".")[0] for line in lines if line.startswith(("import ", "from "))}
    assert names <= set(sys.stdlib_module_names)


def test_the_lock_is_pinned_by_hash_and_names_no_registry() -> None:
    text = (ROOT / "requirements.lock").read_text("utf-8")
    assert "http" not in text.replace("https://", "http://") and "--index-url" not in text and "file:" not in text
    pins = [line for line in text.splitlines() if "==" in line and not line.startswith((" ", "#"))]
    assert pins and all(line.endswith("\\") for line in pins)


def test_the_words_of_the_interface_are_whole() -> None:
    """Every entry has the three languages, and the same gaps in each."""
    import string

    def leaves(node: object, route: str = "") -> list[tuple[str, dict[str, str]]]:
        assert isinstance(node, dict), f"{route} is not words in three languages"
        if set(node) & {"en", "ru", "uz"}:
            return [(route, node)]
        return [leaf for key, inner in node.items() for leaf in leaves(inner, f"{route}.{key}")]

    for route, words in leaves(yaml.safe_load((ROOT / "data/words.yml").read_text("utf-8"))):
        assert set(words) == {"en", "ru", "uz"}, route
        gaps = {
            lang: {name for _, name, _, _ in string.Formatter().parse(str(text)) if name}
            for lang, text in words.items()
        }
        assert gaps["en"] == gaps["ru"] == gaps["uz"], route
