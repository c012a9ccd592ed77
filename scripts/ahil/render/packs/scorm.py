"""What a learning platform reads of a SCORM 1.2 package: one lesson, one file."""

from html import escape

from ahil.render.packs.chapter import Chapter


def manifest(chapter: Chapter, launch: str) -> str:
    """``imsmanifest.xml``."""
    name, title = f"ahil-{chapter.code.lower()}-{chapter.lang}", escape(chapter.named, quote=False)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<manifest identifier="{name}" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" '
        'xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">\n'
        "<metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>\n"
        f'<organizations default="{name}-course"><organization identifier="{name}-course"><title>{title}</title>'
        f'<item identifier="{name}-lesson" identifierref="{name}-file" isvisible="true"><title>{title}</title></item>'
        "</organization></organizations>\n"
        f'<resources><resource identifier="{name}-file" type="webcontent" adlcp:scormtype="sco" href="{launch}">'
        f'<file href="{launch}"/></resource></resources>\n</manifest>\n'
    )
