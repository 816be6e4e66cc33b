"""`mkdocs serve` after a save: the page that shows what was saved is new at its next view, whatever was saved; the rest is not built."""

import pytest

from conftest import ROOT
from fieldguide.site.on_demand import OnDemand, concerned

pytestmark = pytest.mark.xdist_group("edit")
PAGE = "zero_grad/accumulation"


def test_only_the_pages_that_show_a_file_are_concerned():
    docs = ROOT / "docs"
    assert concerned([f"docs/hi/{PAGE}.md"], docs) == {
        ("hi", f"{PAGE}.md"),
        *((one, "translations.md") for one in ("en", "hi", "zh", "tr")),
    }
    assert {one for one, page in concerned([f"docs/en/{PAGE}.md"], docs) if page == f"{PAGE}.md"} == {"en", "hi", "zh", "tr"}
    shown = concerned(["snippets/zero_grad/accumulates.out"], docs)
    assert ("tr", f"{PAGE}.md") in shown
    assert ("tr", "optimizers/adam.md") not in shown
    assert ("zh", "optimizers/adam.md") in concerned(["terms/terminology.csv"], docs)
    assert concerned(["theme/assets/guide.css"], docs) == set()
    for path in ("mkdocs.yml", "fieldguide/pages/expand.py", "docs/en/check/order.md"):
        assert concerned([path], docs) is None, path
        assert concerned(["fieldguide/languages/strings.toml", path, "terms/terminology.csv"], docs) is None, path


@pytest.mark.parametrize("text", ["# No id\n", "No heading\n", "---\ndescription: D.\n---\n", "\x00"])
def test_a_page_saved_with_a_mistake_in_its_head_is_left_to_the_build_which_names_it(tmp_path, text):
    page, built = tmp_path / "docs" / "en" / "a.md", []
    page.parent.mkdir(parents=True)
    page.write_text("---\ndescription: D.\n---\n\n# Title { #title }\n", "utf-8")
    edited = OnDemand(None, tmp_path, lambda: built.append("site"), None, None, None)
    page.write_text(text, "utf-8")
    edited.saved()
    assert built == ["site"]


def test_a_page_is_made_at_its_next_view_and_one_that_cannot_be_made_builds_the_site(tmp_path):
    for language in ("en", "hi"):
        (tmp_path / "docs" / language).mkdir(parents=True)
        (tmp_path / "docs" / language / "a.md").write_text("---\ndescription: D.\n---\n\n# A { #a }\n", "utf-8")
    made, built, works = [], [], True

    def make(language, page):
        assert works, "cannot be made"
        made.append((language, page))

    demand = OnDemand(None, tmp_path, lambda: built.append(1), make, lambda changed: None, lambda: None)
    page = tmp_path / "docs" / "en" / "a.md"
    page.write_text(page.read_text("utf-8") + "\nOne.\n", "utf-8")
    demand.saved()
    assert made == [("en", "a.md")]
    demand.bring("/hi/a/")
    assert made == [("en", "a.md"), ("hi", "a.md")]
    works = False
    page.write_text(page.read_text("utf-8") + "\nTwo.\n", "utf-8")
    demand.saved()
    assert built
    assert not demand.owed
