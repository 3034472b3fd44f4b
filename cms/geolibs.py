"""Where GDAL and GEOS are: environment, else the wheels of pyogrio and shapely, else the system (ADR 2)."""

import os
from importlib import metadata


def vendored(distribution: str, stem: str) -> str | None:
    """Path of the shared library whose name begins with ``stem`` inside an installed wheel, or ``None``."""
    try:
        files = metadata.files(distribution) or ()
    except metadata.PackageNotFoundError:
        return None
    for file in files:
        if file.name.startswith(stem) and (".so" in file.name or file.name.endswith((".dylib", ".dll"))):
            return str(file.locate())
    return None


def proj_data(distribution: str = "pyogrio") -> str | None:
    """Folder of ``proj.db`` inside the wheel, or ``None``."""
    try:
        files = metadata.files(distribution) or ()
    except metadata.PackageNotFoundError:
        return None
    return next((str(file.locate().parent) for file in files if file.name == "proj.db"), None)


GDAL = os.environ.get("GDAL_LIBRARY_PATH") or vendored("pyogrio", "libgdal")
GEOS = os.environ.get("GEOS_LIBRARY_PATH") or vendored("shapely", "libgeos_c")

if "PROJ_DATA" not in os.environ and not os.path.exists("/usr/share/proj/proj.db") and (folder := proj_data()):
    os.environ["PROJ_DATA"] = folder
