"""The linker: order, scopes and names; what it does not understand is refused, not guessed."""

from __future__ import annotations

import pytest

from coachkist.site.link_modules import LinkError, link_modules
from coachkist.site.plan import WEB


def link(**modules: str) -> str:
    sources = {name.replace("__", "/") + ".js": text for name, text in modules.items()}
    return link_modules("main.js", sources.__getitem__)


def test_what_is_imported_comes_first_and_once() -> None:
    script = link(
        main='import { a } from "./a.js";\nimport { b } from "./b.js";\na(b);\n',
        a='import { b } from "./b.js";\nexport const a = () => b;\n',
        b="export const b = 1;\n",
    )
    starts = [script.index(f'modules["{name}.js"] = (') for name in ("b", "a", "main")]
    assert starts == sorted(starts)
    assert script.count('modules["b.js"] = (') == 1


def test_names_are_carried_over() -> None:
    script = link(
        main='import {\n one,\n two as second,\n} from "./lib/a.js";\nimport * as all from "./lib/a.js";\n',
        lib__a="const two = 2;\nexport function one() {}\nexport { two, two as three };\nexport class Four {}\n",
    )
    assert 'const { one, two: second } = modules["lib/a.js"];' in script
    assert 'const all = modules["lib/a.js"];' in script
    assert "return { one, Four, two, three: two };" in script
    assert "import" not in script
    assert "export" not in script


def test_addresses_are_relative_to_the_module() -> None:
    script = link(
        main='import "./deep/a.js";\n', deep__a='import { b } from "../b.js";\nb();\n', b="export const b = 1;\n"
    )
    assert 'modules["b.js"]' in script


def test_words_in_comments_are_no_imports() -> None:
    script = link(main='// import { a } from "./a.js";\n/*\nexport const x = 1;\n*/\nrun();\n')
    assert "run();" in script
    assert "a.js" not in script


@pytest.mark.parametrize(
    "text",
    [
        'import a from "./a.js";',
        'import { a } from "https://elders.invalid/a.js";',
        'import { a } from "a";',
        'const a = import("./a.js");',
        "const here = import.meta.url;",
        'export * from "./a.js";',
        "export default 1;",
        "export let a = 1;",
        "await load();",
    ],
)
def test_what_is_not_understood_is_refused(text: str) -> None:
    with pytest.raises(LinkError):
        link(main=f"{text}\n", a="export const a = 1;\n")


def test_cycles_are_refused_with_their_path() -> None:
    with pytest.raises(LinkError, match=r"main.js > a.js > main.js"):
        link(main='import "./a.js";\n', a='import "./main.js";\n')


@pytest.mark.parametrize("entry", ["catalogue/main.js", "finder/main.js", "offline/worker.js", "search/box.js"])
def test_our_own_modules_can_be_linked(entry: str) -> None:
    script = link_modules(entry, lambda address: (WEB / address).read_text(encoding="utf-8"))
    assert f'modules["{entry}"] = (' in script
