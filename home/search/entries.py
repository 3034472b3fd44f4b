def plain_text(value):
    return ""


def write_pages(pages):
    pass


def rebuild():
    return {}
