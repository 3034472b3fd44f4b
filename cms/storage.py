"""Static files under names that carry the hash of their content, compressed beforehand."""

import re
from pathlib import PurePosixPath

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

# Each becomes one file; all else that imports fetches what it imports.
ENTRIES = ("css/main.css", "css/more.css", "css/pack.css")
IMPORT = re.compile(r'^@import url\("(?P<path>[^"]+)"\) layer\((?P<layer>\w+)\);\n', re.MULTILINE)
ADDRESS = re.compile(r'url\("(?P<path>(?!data:|/)[^"]+)"\)')


def join_imports(entry: str, read) -> str:
    """The text of the style sheet ``entry`` with what it imports put in place, each in its layer.

    ``read(name)`` gives the text of a static file. Addresses inside a file are rewritten to be seen from the entry.
    """
    folder = PurePosixPath(entry).parent

    def embed(match: re.Match) -> str:
        path = PurePosixPath(match["path"])

        def moved(address: re.Match) -> str:
            parts: list[str] = []
            for part in (path.parent / address["path"]).parts:
                if part == ".." and parts and parts[-1] != "..":
                    parts.pop()
                else:
                    parts.append(part)
            return f'url("{"/".join(parts)}")'

        text = ADDRESS.sub(moved, read(str(folder / path)))
        return f"@layer {match['layer']} {{\n{text}}}\n"

    return IMPORT.sub(embed, read(entry))


class StaticStorage(CompressedManifestStaticFilesStorage):
    """Rewrites ES-module imports too; an import without its closing semicolon is silently skipped by Django.

    Before hashing, a style sheet takes in its imports: a reader fetches one file, not fifty one after another.
    """

    support_js_module_import_aggregation = True

    def post_process(self, paths, dry_run=False, **options):
        if not dry_run:
            for entry in ENTRIES:
                if entry in paths:
                    self._join(entry, paths)
        yield from super().post_process(paths, dry_run, **options)

    def _join(self, entry, paths):
        def read(name: str) -> str:
            storage, path = paths[name]
            with storage.open(path) as file:
                return file.read().decode()

        text = join_imports(entry, read)
        self.delete(entry)
        self._save(entry, ContentFile(text.encode()))
        paths[entry] = (self, entry)
