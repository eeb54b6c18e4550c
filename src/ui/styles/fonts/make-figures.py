"""Makes carimbo-figures.woff2: the lining figures of Raleway, all of one width, in every weight.

Raleway has lining figures (`lnum`) but none of equal width (`tnum`), so numbers below one another do not line up.
Needs Python with fonttools and brotli; run it again only when Raleway changes:

    python make-figures.py raleway-latin-wght-normal.woff2 carimbo-figures.woff2
"""

import sys

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib.iup import iup_delta

WIDTH = 600


def main(source, target):
    font = TTFont(source)
    figures = lining_figures(font)
    for glyph in figures.values():
        give_width(font, glyph)
    for table in font["cmap"].tables:
        table.cmap = dict(figures)
    for tag in ("GSUB", "GPOS", "GDEF", "HVAR", "MVAR", "STAT"):
        if tag in font:
            del font[tag]
    keep_only(font, figures)
    rename(font, "Carimbo Figures")
    font.flavor = "woff2"
    font.save(target)


def lining_figures(font):
    table = font["GSUB"].table
    lining = {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "lnum":
            for index in record.Feature.LookupListIndex:
                for part in table.LookupList.Lookup[index].SubTable:
                    lining.update(getattr(part, "ExtSubTable", part).mapping)
    return {code: lining[font.getBestCmap()[code]] for code in range(ord("0"), ord("9") + 1)}


def give_width(font, name):
    """Centres the outline in the common width, and keeps it there while its weight varies."""
    glyf, metrics = font["glyf"], font["hmtx"]
    outline, control = glyf._getCoordinatesAndControls(name, metrics.metrics)
    for variation in font["gvar"].variations.get(name, []):
        deltas = variation.coordinates
        if None in deltas:
            deltas = iup_delta(deltas, list(outline), control.endPts)
        points, (left, right) = deltas[:-4], deltas[-4:-2]
        growth = right[0] - left[0]
        variation.coordinates = [(round(x - left[0] - growth / 2), round(y)) for x, y in points] + [(0, 0)] * 4
    advance, bearing = metrics[name]
    shift = round((WIDTH - advance) / 2)
    glyf[name].coordinates.translate((shift, 0))
    glyf[name].recalcBounds(glyf)
    metrics[name] = (WIDTH, bearing + shift)


def keep_only(font, figures):
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=list(figures))
    subsetter.subset(font)


def rename(font, family):
    """The licence reserves the original's name to the original."""
    for record in font["name"].names:
        if record.nameID in (1, 3, 4):
            record.string = family
        elif record.nameID == 6:
            record.string = family.replace(" ", "")


if __name__ == "__main__":
    main(*sys.argv[1:])
