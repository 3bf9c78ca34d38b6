# shellcheck shell=bash
# What Stationer needs from the system, and how it gets there. Sourced by run, check and .ci/run.
# «a|b»: the first of these names that this release of the distribution knows.

# shellcheck disable=SC2034  # used by those who source this
build_packages=(g++ cmake ninja-build "pkg-config|pkgconf" qt6-base-dev qt6-tools-dev qt6-l10n-tools
    "qt6-svg-plugins|libqt6svg6" libexpat1-dev libzip-dev libpsl-dev libssl-dev qtkeychain-qt6-dev libsecret-1-0
    qt6-translations-l10n fonts-dejavu-core publicsuffix ca-certificates)
# shellcheck disable=SC2034
test_packages=(dovecot-core dovecot-imapd dovecot-pop3d postfix openssl xvfb gnome-keyring dbus-daemon at-spi2-core
    python3 python3-pyatspi default-jdk-headless libmail-java)
# Node and npm may have come from elsewhere: NodeSource's and the distribution's exclude each other.
command -v node >/dev/null || test_packages+=(nodejs)
command -v npm >/dev/null || test_packages+=(npm)

setup_folder=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
assume_yes=no
no_install=no

stop() {
    printf '%s\n' "$@" >&2
    exit 1
}

# Takes one argument of the command line; fails where it is none of those that run and check share.
take_setup_option() {
    case $1 in
    --yes | -y) assume_yes=yes ;;
    --no-install) no_install=yes ;;
    *) return 1 ;;
    esac
}

# The one configuration of run and check, in the given folder; more options may follow.
configure_build() {
    cmake -S "$setup_folder/../.." -B "$1" -G Ninja -DCMAKE_BUILD_TYPE=Release -DSTATIONER_FAST_BUILD=ON "${@:2}"
}

# Says before the first build of a program about how long that takes: the minutes of one processor; ninja shows how far it is.
announce_build() {
    local program=$1 what=$2 minutes=$3 cores
    cores=$(nproc)
    [[ -e $program ]] || echo "Building $what: about $(((minutes + cores - 1) / cores)) minutes on $cores cores the first time."
}

on_terminal() { [[ -t 0 && -t 1 ]]; }

ask() {
    local answer=
    read -r -p "$1 " answer || true
    [[ $answer == [yY]* ]]
}

# Debian from 12 and Ubuntu from 24.04 on; a Debian without a version number is testing or unstable.
is_known_distribution() {
    [[ -r /etc/os-release ]] || return 1
    local id version
    id=$(. /etc/os-release && echo "${ID-}")
    version=$(. /etc/os-release && echo "${VERSION_ID-}")
    case $id in
    debian) [[ -z $version ]] || ((${version%%.*} >= 12)) ;;
    ubuntu) ((10#${version//./} >= 2404)) ;;
    *) return 1 ;;
    esac
}

is_installed() { [[ $(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null) == installed ]]; }

is_offered() { [[ -n $(apt-cache show --no-all-versions "$1" 2>/dev/null) ]]; }

# One name a line for each package that is not installed.
missing_of() {
    local entry name names
    for entry in "$@"; do
        IFS='|' read -r -a names <<<"$entry"
        name=${names[-1]}
        if ((${#names[@]} > 1)); then
            for name in "${names[@]}"; do is_offered "$name" && break; done
        fi
        is_installed "$name" || echo "$name"
    done
}

# Elsewhere nothing is installed: says what is needed, and goes on only where it is there. CMake looks for the libraries.
require_by_hand() {
    local package command found=yes
    echo "Stationer installs packages on Debian 12 and Ubuntu 24.04 or later only. Install the counterparts of:"
    echo "  ${*//|*/}"
    local -A commands=([g++]=c++ [cmake]=cmake [ninja-build]=ninja [dovecot-core]=dovecot [postfix]=postfix
        [openssl]=openssl [xvfb]=Xvfb [gnome-keyring]=gnome-keyring-daemon [dbus-daemon]=dbus-run-session [default-jdk-headless]=keytool)
    for package in "$@"; do
        command=${commands[$package]-}
        [[ -z $command ]] || PATH=$PATH:/usr/sbin:/sbin command -v "$command" >/dev/null && continue
        echo "Not found: $command ($package)"
        found=no
    done
    [[ $found == yes ]] || exit 1
}

# Goes on only when every package named is installed.
require_packages() {
    if ! is_known_distribution; then
        require_by_hand "$@"
        return
    fi
    local missing
    mapfile -t missing < <(missing_of "$@")
    ((${#missing[@]})) || return 0

    echo "Missing packages: ${missing[*]}"
    [[ $no_install == no ]] || stop "Nothing was installed. To install them: apt-get install --no-install-recommends ${missing[*]}"
    local as_root=()
    if ((EUID != 0)); then
        command -v sudo >/dev/null || stop "Run this as root, or install sudo, so that they can be installed."
        as_root=(sudo)
    fi
    if on_terminal && [[ $assume_yes == no ]]; then
        ask "Install them with apt-get? No service of theirs will be started. [y/N]" || stop "Nothing was installed."
    fi

    "${as_root[@]}" apt-get update -q
    mapfile -t missing < <(missing_of "$@")
    local plan removed option=--no-remove
    plan=$(apt-get install -s --no-install-recommends "${missing[@]}") ||
        stop "apt-get cannot install these packages here. On Ubuntu they need the «universe» component."
    removed=$(sed -n 's/^Remv \([^ ]*\).*/\1/p' <<<"$plan" | xargs)
    if [[ -n $removed ]]; then
        echo "Installing them would remove: $removed"
        if [[ $assume_yes == no ]]; then
            on_terminal || stop "Nothing was installed. Run this with --yes if they may be removed."
            ask "Remove them? [y/N]" || stop "Nothing was installed."
        fi
        option=--allow-remove
    fi
    "${as_root[@]}" "$setup_folder/install-packages" "$option" "${missing[@]}" || stop "The packages could not be installed."
}
