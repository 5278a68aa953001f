"""An installation is upgraded and taken back, packed for a machine without internet, backed up and restored."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from dashboard.settings import ROOT
from dashboard.usage import Count, CountKind, UsageStore

DEPLOY = ROOT / "deploy" / "kiosk"


class Lobby:
    """A machine on which upgrade.sh is tried: versions are stubs, the services a script, the program a file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.link = folder / "kakehashi"
        self._script("curl", f'grep -q sound "{self.link}/state"')
        self._script("restart", f'readlink "{self.link}" >>"{folder}/restarts"')

    def version(self, name: str, *, state: str = "sound", installs: bool = True, likes_tables: bool = True) -> Path:
        source = self.folder / name
        source.mkdir()
        (source / "name").write_text(name)
        (source / "state").write_text(state)
        python = f'mkdir -p .venv/bin && printf "#!/bin/sh\\nexit {0 if likes_tables else 1}\\n" >.venv/bin/python'
        self._script(f"{name}/install.sh", f"{python} && chmod +x .venv/bin/python" if installs else "exit 1")
        return source

    def upgrade(self, what: Path | str) -> int:
        environment = {
            "PATH": f"{self.folder}:{os.environ['PATH']}",
            "KAKEHASHI_LINK": str(self.link),
            "KAKEHASHI_RESTART": str(self.folder / "restart"),
            "KAKEHASHI_PATIENCE": "1",
        }
        return subprocess.run([DEPLOY / "upgrade.sh", str(what)], env=environment, timeout=60, check=False).returncode

    @property
    def running(self) -> str:
        """The version that the services were last started with."""
        return (Path((self.folder / "restarts").read_text().splitlines()[-1]) / "name").read_text()

    @property
    def current(self) -> str:
        return (self.link / "name").read_text()

    def _script(self, name: str, text: str) -> None:
        path = self.folder / name
        path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
        path.chmod(0o755)


def test_a_new_version_is_switched_to_by_a_link_and_back_by_the_same_link(tmp_path: Path) -> None:
    lobby = Lobby(tmp_path)
    shutil.move(lobby.version("one"), lobby.link)  # as it was first installed: a plain folder
    assert lobby.upgrade(lobby.version("two")) == 0
    assert lobby.link.is_symlink()
    assert (lobby.current, lobby.running) == ("two", "two")
    for wanted in ("one", "two"):
        assert lobby.upgrade("back") == 0
        assert (lobby.current, lobby.running) == (wanted, wanted)
    assert len([path for path in (tmp_path / "kakehashi-versions").iterdir() if path.is_dir()]) == 2


def test_a_version_before_that_answers_no_more_is_not_left_switched_on(tmp_path: Path) -> None:
    lobby = Lobby(tmp_path)
    shutil.move(lobby.version("one"), lobby.link)
    assert lobby.upgrade(lobby.version("two")) == 0
    (tmp_path / "kakehashi-versions" / "first" / "state").write_text("broken")
    assert lobby.upgrade("back") == 1
    assert (lobby.current, lobby.running) == ("two", "two")
    assert Path((tmp_path / "kakehashi-versions" / "before").read_text().strip()).name == "first"


@pytest.mark.parametrize("fault", [{"installs": False}, {"likes_tables": False}, {"state": "broken"}])
def test_a_version_that_fails_is_not_left_switched_on_and_leaves_nothing(
    fault: dict[str, object], tmp_path: Path
) -> None:
    lobby = Lobby(tmp_path)
    shutil.move(lobby.version("one"), lobby.link)
    assert lobby.upgrade(lobby.version("two", **fault)) == 1  # type: ignore[arg-type]
    assert lobby.current == "one"
    assert fault != {"state": "broken"} or lobby.running == "one"
    assert [path.name for path in (tmp_path / "kakehashi-versions").iterdir()] == ["first"]


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The one file, with a wheel of no other use in the place of all others."""
    folder = tmp_path_factory.mktemp("bundle")
    told = {
        "stub.py": "",
        "stub-1.dist-info/METADATA": "Metadata-Version: 2.1\nName: stub\nVersion: 1\n",
        "stub-1.dist-info/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    with zipfile.ZipFile(folder / "stub-1-py3-none-any.whl", "w") as wheel:
        for name, text in told.items():
            wheel.writestr(name, text)
        wheel.writestr("stub-1.dist-info/RECORD", "".join(f"{name},,\n" for name in told))
    environment = {**os.environ, "KAKEHASHI_WHEELS": str(folder), "PYTHON": sys.executable}
    made = subprocess.run([DEPLOY / "bundle.sh", folder / "dist"], env=environment, capture_output=True, check=True)
    return Path(made.stdout.decode().strip())


def test_the_bundle_holds_the_built_front_end_and_no_list_of_what_to_download(bundle: Path, tmp_path: Path) -> None:
    digest, name = bundle.with_name(f"{bundle.name}.sha256").read_text().split()
    assert (digest, name) == (hashlib.sha256(bundle.read_bytes()).hexdigest(), bundle.name)
    with tarfile.open(bundle) as file:
        file.extractall(tmp_path, filter="data")
    (program,) = tmp_path.iterdir()
    assert (program / "assets" / "built" / "files.json").is_file()
    assert not list(program.rglob("__pycache__"))
    # Lists of packages are for whoever downloads them: the bundle has the packages.
    lists = {"requirements", "package.json", "package-lock.json", ".npmrc", "node_modules", "Makefile"}
    assert lists & {path.name for path in program.iterdir()} == set()
    assert "--no-index" in (program / "install.sh").read_text(encoding="utf-8")


def test_the_bundle_is_installed_without_a_network_and_only_as_it_was_packed(bundle: Path, tmp_path: Path) -> None:
    with tarfile.open(bundle) as file:
        file.extractall(tmp_path, filter="data")
    (program,) = tmp_path.iterdir()
    environment = {**os.environ, "PYTHON": sys.executable, "PIP_INDEX_URL": "http://127.0.0.1:9/"}
    subprocess.run([program / "install.sh"], env=environment, timeout=120, check=True)
    subprocess.run([program / ".venv" / "bin" / "python", "-c", "import stub"], check=True)
    with (program / "app.py").open("a") as changed:
        changed.write("\n")
    refused = subprocess.run([program / "install.sh"], env=environment, timeout=120, check=False, capture_output=True)
    assert refused.returncode != 0


def test_a_backup_brings_back_tables_stories_counts_and_settings(tmp_path: Path) -> None:
    home, settings = tmp_path / "home", tmp_path / "kakehashi.env"
    for name in ("tables", "stories"):
        shutil.copytree(ROOT / "content" / name, home / name)
    UsageStore(home / "state").add([Count(CountKind.SELECT, "nepal")])
    settings.write_text(f"KAKEHASHI_TABLES={home}/tables\nKAKEHASHI_STATE={home}/state\n", encoding="utf-8")
    before = _contents(home, settings)
    _run_backup("to", tmp_path, settings)
    assert (tmp_path / "backup.tar.gz").stat().st_mode & 0o077 == 0
    shutil.rmtree(home)
    settings.unlink()
    _run_backup("from", tmp_path, settings)
    assert _contents(home, settings) == before
    assert [(count.subject, count.number) for count in UsageStore(home / "state").read()] == [("nepal", 1)]
    (home / "tables" / "partners.csv").write_text("spoilt", encoding="utf-8")
    _run_backup("from", tmp_path, settings)
    assert _contents(home, settings) == before
    assert (home / "tables-before-restore" / "partners.csv").read_text() == "spoilt"


def _run_backup(way: str, folder: Path, settings: Path) -> None:
    environment = {**os.environ, "KAKEHASHI_SETTINGS": str(settings)}
    subprocess.run([DEPLOY / "backup.sh", way, folder / "backup.tar.gz"], env=environment, timeout=60, check=True)


def _contents(home: Path, settings: Path) -> dict[str, bytes]:
    tables_and_stories = [path for name in ("tables", "stories") for path in (home / name).rglob("*") if path.is_file()]
    return {str(path): path.read_bytes() for path in (*tables_and_stories, settings)}
