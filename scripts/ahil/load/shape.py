"""Plain data → values of the model, with every error at once and in our own words."""

from difflib import get_close_matches
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from ahil.model.spot import Fault
from ahil.model.text import Places

T = TypeVar("T")


@cache
def adapter(kind: Any) -> TypeAdapter[Any]:
    """The reader of one kind of value; it also writes its JSON Schema."""
    return TypeAdapter(kind)


def shaped(kind: type[T], data: Any, places: Places, route: tuple[str | int, ...] = ()) -> tuple[T | None, list[Fault]]:
    """Read ``data`` as ``kind``; ``route`` is where it stands in its file."""
    try:
        value: T = adapter(kind).validate_python(data)  # type: ignore[arg-type]  # a class can be hashed
        return value, []
    except ValidationError as error:
        return None, [_fault(kind, found, places, route) for found in error.errors()]


def _fault(kind: Any, error: Any, places: Places, route: tuple[str | int, ...]) -> Fault:
    keys = tuple(key for key in error["loc"] if isinstance(key, int) or not key.startswith("["))
    spot = places.spot(*route, *keys)
    key = str(keys[-1]) if keys else ""
    given = error.get("input")
    match error["type"]:
        case "unexpected_keyword_argument":
            return Fault("LO005", spot, {"key": key, "near": _near(key, kind, keys[:-1])})
        case "missing":
            return Fault("LO006", spot, {"key": key})
        case "enum" | "literal_error":
            return Fault(
                "LO008",
                spot,
                {"key": key, "given": given, "expected": error["ctx"]["expected"].replace(" or ", ", ")},
            )
        case _ if given is None:
            return Fault("LO006", spot, {"key": key})
        case type_:
            return Fault(
                "LO007",
                spot,
                {
                    "key": key,
                    "given": _short(given),
                    "wanted": _WANTED.get(type_.split("_")[0], type_.split("_")[0]),
                },
            )


_WANTED = {
    "int": "12", "bool": "true, false", "date": "2027-05-01", "string": "“…”", "tuple": "[…, …]", "list": "[…, …]",
    "dict": "key: …", "mapping": "key: …", "dataclass": "key: …", "value": "…", "float": "1.5",
}  # fmt: skip
"""A piece of YAML that would be right, shown to the author: an example needs no language."""


def _short(given: object) -> str:
    text = str(given)
    return text if len(text) <= 40 else f"{text[:39]}…"


def _near(key: str, kind: Any, route: tuple[str | int, ...]) -> str:
    """The keys that could have been meant, nearest first."""
    known = _keys_at(adapter(kind).json_schema(), route)
    return ", ".join(get_close_matches(key, known, n=1) or known)


def _keys_at(schema: dict[str, Any], route: tuple[str | int, ...]) -> list[str]:
    here = _resolve(schema, schema)
    for step in route:
        inner = here.get("items") if isinstance(step, int) else here.get("properties", {}).get(step)
        here = _resolve(inner or {}, schema)
    return list(here.get("properties", {}))


def _resolve(part: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    for option in part.get("anyOf", ()):
        if option.get("type") != "null":
            return _resolve(option, schema)
    while "$ref" in part:
        part = schema["$defs"][part["$ref"].rsplit("/", 1)[-1]]
    return part
