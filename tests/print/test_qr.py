from urllib.parse import unquote

import segno
from lxml import etree

from ahil.render.qr import QUIET, qr_picture

ADDRESS = "https://ahil.example.org/uz/modules/conflict-analysis/index.html"


def test_the_picture_is_the_code() -> None:
    svg = etree.fromstring(unquote(qr_picture(ADDRESS).partition(",")[2]).encode())
    assert svg.get("width") == svg.get("height") == "24mm"
    side = int(svg.get("viewBox").split()[2])
    drawn = [[0] * side for _ in range(side)]
    for run in svg.find("{*}path").get("d").strip("z").split("z"):
        start, _, rest = run.removeprefix("M").partition("h")
        x, y = map(int, start.split())
        for column in range(x, x + int(rest.partition("v")[0])):
            drawn[y][column] = 1
    code = segno.make_qr(ADDRESS, error="m")
    assert drawn == [list(map(int, row)) for row in code.matrix_iter(border=QUIET)]
    assert 24 / side >= 0.4, "a module of 0.4 mm can be read from any printout"
