"""The committed editor (CodeMirror, the Python parser) is what its sources and its lock file make; the parser needs no browser."""

import json
import re
import subprocess

from conftest import ROOT
from tools import bundle


def test_the_committed_editor_is_what_make_editor_builds(tmp_path):
    bundle.build(tmp_path / "editor")
    built, committed = ({path.name: path.read_bytes() for path in folder.iterdir()} for folder in (tmp_path / "editor", bundle.BUNDLE))
    assert built.keys() == committed.keys(), "theme/assets/editor: run `make editor` and commit what it wrote"
    for name in built:
        assert built[name] == committed[name], f"theme/assets/editor/{name} is not that build; run `make editor` and commit what it wrote"


def test_every_package_of_the_editor_has_one_exact_version_and_no_file_names_where_it_came_from():
    wanted, lock = (json.loads((bundle.SOURCE / name).read_text("utf-8")) for name in ("package.json", "package-lock.json"))
    for name, version in (wanted["dependencies"] | wanted["devDependencies"]).items():
        assert re.fullmatch(r"[\d.]+", version), f"tools/editor/package.json: {name}: write one exact version"
        assert lock["packages"][f"node_modules/{name}"]["version"] == version, "tools/editor: run npm install --package-lock-only"
    for name, package in lock["packages"].items():
        assert "resolved" not in package, f"package-lock.json: {name} names a host; tools/editor/.npmrc keeps it out"
        assert not name or package["integrity"].startswith("sha512-"), f"package-lock.json: {name} has no digest"


def test_the_python_parser_reads_code_without_a_browser():
    module = (bundle.BUNDLE / "python-parser.js").as_uri()
    script = f"import {{ parser }} from {json.dumps(module)}; console.log(String(parser.parse('w.grad = None')))"
    done = subprocess.run([bundle.NODE, "--input-type=module", "-e", script], capture_output=True, text=True)
    tree = 'Script(AssignStatement(MemberExpression(VariableName,".",PropertyName),AssignOp,None))'
    assert done.stdout.strip().replace(" ", "") == tree, done.stderr or done.stdout


def test_the_bundle_carries_the_licence_of_every_package_in_it():
    text = (ROOT / "theme" / "assets" / "editor" / bundle.LICENCES).read_text("utf-8")
    packages = re.findall(r"^(\S+) \d+\.\d+\.\d+$", text, re.M)
    assert {"@codemirror/view", "@lezer/python"} <= set(packages)
    granted = "Permission is hereby granted, free of charge|Permission to use, copy, modify, and/or distribute"  # MIT, ISC
    assert len(re.findall(granted, text)) == len(packages)
