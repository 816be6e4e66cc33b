"""PyTorch in the browser, for a site whose owner names a folder with Pyodide and one wheel: is it that wheel, and what was it seen to do?"""

import hashlib
import zipfile
from email import message_from_string
from pathlib import Path

from fieldguide import GuideError
from fieldguide.files import data

CHECKED = "checked.json"  # what `make wasm-check` wrote beside the wheel
REPORT = {"same": list, "other": list, "failed": dict, "packages": list}
SILENT = 0.05  # of the snippets may print something else than recorded without an error: a look-alike of torch does so for 14 %


def digest(path: Path) -> str:
    """Return the SHA-256 of a file (hexadecimal)."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def identity(path: Path, version: str, package: str = "torch") -> None:
    """Raise GuideError if the wheel is not a compiled ``package`` of this version, as far as its own words go."""
    try:
        wheel = zipfile.ZipFile(path)
    except zipfile.BadZipFile:
        raise GuideError(f"{path.name} is no wheel") from None
    with wheel:
        names = wheel.namelist()
        said = {part: next((name for name in names if name.endswith(f".dist-info/{part}")), None) for part in ("METADATA", "WHEEL")}
        if None in said.values():
            raise GuideError(f"{path.name} is no wheel")
        about = message_from_string("".join(wheel.read(name).decode("utf-8") + "\n" for name in said.values()).replace("\n\n", "\n"))
    if about["Name"] != package or about["Version"].partition("+")[0] != version:
        raise GuideError(f"{path.name} is {about['Name']} {about['Version']}; the outputs were recorded with {package} {version}")
    if about["Root-Is-Purelib"] != "false" or not any(name.endswith(".so") for name in names):
        raise GuideError(f"{path.name} holds no compiled {package}: a look-alike prints other things than {package}")


def settings(wanted: dict, version: str, package: str = "torch") -> dict:
    """Return what pages need (``wheel``, ``sha256``, ``megabytes`` of the first load, ``runs``: names of snippets) from the owner's setting.

    Args: ``wanted`` has ``folder``, ``wheel`` and ``sha256``. Raises GuideError, in one line, if anything is not as it says.
    """
    if not isinstance(wanted, dict) or not all(isinstance(value, str) for value in wanted.values()):
        raise GuideError("mkdocs.yml: extra.python_in_browser has folder, wheel and sha256, each a text")
    if missing := {"folder", "wheel", "sha256"} - wanted.keys():
        raise GuideError(f"mkdocs.yml: extra.python_in_browser needs {', '.join(sorted(missing))}")
    folder = Path(wanted["folder"])
    wheel = folder / wanted["wheel"]
    for file in (folder / "pyodide.mjs", wheel):
        if not file.is_file():
            raise GuideError(f"mkdocs.yml: extra.python_in_browser: there is no {file}")
    if (found := digest(wheel)) != wanted["sha256"]:
        raise GuideError(f"{wheel.name} is another file: its SHA-256 is {found}, mkdocs.yml says {wanted['sha256']}")
    identity(wheel, version, package)
    report, again = folder / CHECKED, f"run: make wasm-check DIR={folder}"
    checked = data(report, again) if report.is_file() else {}
    if not isinstance(checked, dict) or checked.get("sha256") != found:
        raise GuideError(f"{wheel.name} was never tried; {again}")
    if not all(isinstance(checked.get(name), kind) for name, kind in REPORT.items()):
        raise GuideError(f"{report} is no report of a check; {again}")
    same, other, failed = (checked[kind] for kind in ("same", "other", "failed"))
    if len(other) > SILENT * (len(same) + len(other) + len(failed)):
        raise GuideError(f"{wheel.name} prints something else than recorded, without an error, for {len(other)} snippets; it is not used")
    size = sum(path.stat().st_size for path in (wheel, *folder.glob("pyodide.asm.*"), *folder.glob("python_stdlib.zip")))
    return {"wheel": wheel.name, "sha256": found, "packages": checked["packages"], "megabytes": round(size / 1e6), "runs": same}
