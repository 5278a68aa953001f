#!/bin/sh
# Packs the program with everything that it needs into one file, for a machine without internet: the wheels for Python as
# it is here, the built front end, checksums, and install.sh, which checks them and sets the program up.
#   bundle.sh FOLDER    write the file and its checksum into FOLDER
set -eu

here=$(cd "$(dirname "$0")/../.." && pwd)
python=${PYTHON:-$here/.venv/bin/python}
version=$(sed -n 's/^version = "\(.*\)"/\1/p' "$here/pyproject.toml")
system=$("$python" -c 'import platform, sys; print("py%d%d-%s-%s" % (*sys.version_info[:2], platform.system(), platform.machine()))' | tr '[:upper:]' '[:lower:]')
name=kakehashi-$version-$system
mkdir -p "$1"
target=$(cd "$1" && pwd)/$name.tar.gz
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT

# What runs the program, and no more: lists of packages name places that nobody without internet can ask.
mkdir "$stage/$name" "$stage/$name/assets" "$stage/$name/wheels"
cd "$here"
cp -R LICENSE NOTICE README.md app.py pyproject.toml callbacks content dashboard deploy docs geodata layouts "$stage/$name"
cp -R assets/built assets/images "$stage/$name/assets"
find "$stage/$name" -name __pycache__ -type d -prune -exec rm -rf {} +

if [ -n "${KAKEHASHI_WHEELS:-}" ]; then
  cp "$KAKEHASHI_WHEELS"/*.whl "$stage/$name/wheels"
else
  "$python" -m pip wheel --quiet --disable-pip-version-check --no-deps --require-hashes \
    --requirement requirements/run.txt --wheel-dir "$stage/$name/wheels"
fi

cat >"$stage/$name/install.sh" <<'END'
#!/bin/sh
# Sets the program up in this folder, from this folder alone.
set -eu
cd "$(dirname "$0")"
sha256sum --check --quiet SHA256SUMS
"${PYTHON:-python3}" -m venv .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-index --no-deps wheels/*.whl
echo "installed; .venv/bin/python app.py serves"
END
chmod +x "$stage/$name/install.sh"
(cd "$stage/$name" && find . -type f ! -name SHA256SUMS -exec sha256sum {} + | sort -k 2 >SHA256SUMS)
tar --create --gzip --sort=name --owner=0 --group=0 --numeric-owner --directory "$stage" --file "$target" "$name"
(cd "$(dirname "$target")" && sha256sum "$name.tar.gz" >"$name.tar.gz.sha256")
echo "$target"
