# Sourced by the other scripts: what they need from Debian, and how it gets there.

# The recogniser, its US English model, and the decoder for every media format.
RUNTIME_PACKAGES=(libpocketsphinx3 pocketsphinx-en-us ffmpeg)
# Real speech with reference texts; a browser with fonts to look at; the AWS CLI and boto3, clients that are not ours; the database
# of several instances, of which the tests start clusters of their own.
TEST_PACKAGES=(pocketsphinx-testdata chromium fonts-dejavu-core fonts-open-sans awscli curl python3-boto3 postgresql)
# For the JavaScript SDK. Other builds of Node.js bring npm in the same package and rule Debian's out.
command -v npm >/dev/null || TEST_PACKAGES+=(nodejs npm)
# The recogniser's own batch program, to measure against; load for pages and objects, and many rows for the database.
BENCH_PACKAGES=(pocketsphinx pocketsphinx-testdata wrk apache2-utils sqlite3)

# ensure_packages WHY PACKAGE... : installs what is missing. Answers 1, after printing the one command to run, where it may not.
ensure_packages() {
  local why=$1; shift
  local package missing=()
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q '^install ok installed$' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0

  local install=(apt-get install -y --no-install-recommends "${missing[@]}")
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
      as_root=(sudo -n)
    else
      echo "Missing for $why: ${missing[*]}. Install with:" >&2
      echo "  sudo apt-get update && sudo ${install[*]}" >&2
      return 1
    fi
  fi
  if ! command -v apt-get >/dev/null; then
    echo "Missing for $why: ${missing[*]} (Debian package names; this machine has no apt-get)." >&2
    return 1
  fi

  echo "Installing for $why: ${missing[*]}"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive "${install[@]}" -qq >/dev/null || {
    echo "Could not install ${missing[*]}." >&2
    return 1
  }
}

# unpack_package PACKAGE DIRECTORY : a package's files without installing it, for programs that would begin to serve the machine.
unpack_package() {
  [ -d "$2" ] && return 0
  local fetched as_root=()
  fetched=$(mktemp -d)
  mkdir -p "$(dirname "$2")"
  [ "$(id -u)" -eq 0 ] || as_root=(sudo -n)
  (cd "$fetched" && { apt-get -o APT::Sandbox::User=root download -qq "$1" || { "${as_root[@]}" apt-get update -qq && apt-get -o APT::Sandbox::User=root download -qq "$1"; }; }) &&
    dpkg -x "$fetched"/*.deb "$2" || echo "Could not fetch $1." >&2
  rm -rf "$fetched"
  [ -d "$2" ]
}

require_dotnet() {
  command -v dotnet >/dev/null || {
    echo "The .NET 10 SDK is needed: https://dotnet.microsoft.com/download" >&2
    exit 1
  }
}
