"""`make record TORCH=…`: a new PyTorch is compared in a copy, and what it prints otherwise is shown as a difference."""

import shutil
import sys

from conftest import ROOT
from tools import newer_torch

SNIPPET = "snippets/zero_grad/accumulates.py"


def test_what_a_new_pytorch_prints_otherwise_is_shown_and_nothing_here_changes(tmp_path, monkeypatch):
    for name in ("fieldguide", "conftest.py", "pyproject.toml"):
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, tmp_path / name)
    shutil.copytree(ROOT / "snippets" / "zero_grad", tmp_path / "snippets" / "zero_grad")
    shutil.copy(ROOT / "snippets" / "verified.json", tmp_path / "snippets")
    output = tmp_path / "snippets" / "zero_grad" / "accumulates.out"
    old = output.read_text("utf-8").replace("3.0", "3.5", 1)
    output.write_text(old, "utf-8")
    monkeypatch.setattr(newer_torch, "ROOT", tmp_path)
    monkeypatch.setattr(newer_torch, "environment", lambda version: sys.executable)
    assert newer_torch.main("9.9", SNIPPET) == 1
    said = (tmp_path / "torch-9.9.diff").read_text("utf-8")
    assert "--- a/snippets/zero_grad/accumulates.out" in said
    assert "+after backward 1 : 3.0" in said
    assert said.count("--- a/") == 1
    assert output.read_text("utf-8") == old


def test_a_pytorch_that_prints_the_same_makes_no_difference(tmp_path):
    for name in ("a", "b"):
        shutil.copytree(ROOT / "snippets" / "zero_grad", tmp_path / name / "zero_grad")
    assert newer_torch.differences(tmp_path / "a", tmp_path / "b") == ""
    (tmp_path / "b" / "zero_grad" / "accumulates.out").unlink()
    assert "-after backward 1 : 3.0" in newer_torch.differences(tmp_path / "a", tmp_path / "b")
