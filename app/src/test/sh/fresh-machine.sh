#!/bin/sh
# Proves the README's two commands on a machine that has nothing but a JDK and Maven: an empty Debian in a chroot, a
# clone of this tree's HEAD, an empty local Maven repository, empty package lists. Needs root, debootstrap, git, Xvfb, xwininfo.
#
#   app/src/test/sh/fresh-machine.sh FOLDER [test|picture|window]…   (all three by default, each on a machine of its own)
#
# FOLDER (about 2 GB) keeps the base machine between runs, and afterwards what was seen: FOLDER/seen/*.log, *.png.
# SUITE (bookworm), JDK (openjdk-17-jdk-headless; may be empty) and MIRROR choose another Debian. The resolver, apt's
# configuration and local certificates are taken from this machine.
set -eu

folder=$(mkdir -p "$1/seen" && cd "$1" && pwd)
seen=$folder/seen
shift
[ $# -gt 0 ] || set -- test picture window
suite=${SUITE:-bookworm}
base=$folder/$suite
machine=$folder/machine
source=$(cd "$(dirname "$0")/../../../.." && pwd)
running=
xvfb=

clean_up() {
    for process in $running $xvfb; do
        kill "$process" 2>/dev/null || true
    done
    for root in "$base" "$machine"; do
        ! mountpoint -q "$root/proc" || umount "$root/proc"
    done
}
trap clean_up EXIT
trap 'exit 1' INT TERM

make_base() {
    debootstrap --variant=minbase "$suite" "$base.part" ${MIRROR:+"$MIRROR"}
    mv "$base.part" "$base"
    cp /etc/resolv.conf /etc/hosts "$base/etc/"
    cp /etc/apt/apt.conf.d/* "$base/etc/apt/apt.conf.d/"
    mkdir -p "$base/usr/local/share/ca-certificates"
    find /usr/local/share/ca-certificates -name '*.crt' -exec cp {} "$base/usr/local/share/ca-certificates/" \;
    mount -t proc proc "$base/proc"
    chroot "$base" apt-get update
    # shellcheck disable=SC2086 # none, one or several words
    chroot "$base" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y --no-install-recommends ${JDK-openjdk-17-jdk-headless} maven
    umount "$base/proc"
    find "$base/var/lib/apt/lists" -type f -exec rm {} +
}

# Starts app/faultline on a fresh machine with these arguments; $scenario names the log.
start() {
    rm -rf "$machine"
    cp -a "$base" "$machine"
    git clone -q "$source" "$machine/opt/fault line"
    mount -t proc proc "$machine/proc"
    chroot "$machine" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root DISPLAY="$display" \
        "/opt/fault line/app/faultline" "$@" >"$seen/$scenario.log" 2>&1 </dev/null &
    running=$!
}

finish() {
    status=0
    wait $running || status=$?
    umount "$machine/proc"
}

fail() {
    tail -n 40 "$seen/$scenario.log"
    echo "$scenario: FAILED: $1; see $seen/$scenario.log"
    exit 1
}

runs_the_tests() {
    start test
    finish
    [ $status -eq 0 ] || fail "exit $status"
    grep 'Tests run:' "$seen/test.log" | tail -n 1
}

draws_a_picture_with_no_display() {
    start
    finish
    [ $status -eq 0 ] || fail "exit $status"
    mv "$machine/faultline.png" "$seen/picture.png" || fail "no picture"
}

opens_a_window() {
    display=:97
    Xvfb $display -screen 0 1920x1080x24 >/dev/null 2>&1 &
    xvfb=$!
    start
    patience=600
    until xwininfo -display $display -root -tree 2>/dev/null | grep -q 'Faultline"'; do
        kill -0 $running 2>/dev/null || { finish && fail "ended without a window, exit $status"; }
        [ $patience -gt 0 ] || { kill $running && finish && fail "no window after 10 minutes"; }
        patience=$((patience - 1))
        sleep 1
    done
    sleep 20
    import -display $display -window root "$seen/window.png" || echo "(no picture of the screen: ImageMagick is absent)"
    kill -0 $running || fail "did not live for 20 s"
    kill $running
    finish
    kill $xvfb
    xvfb=
}

[ -d "$base" ] || make_base
for scenario in "$@"; do
    display=
    case $scenario in
        test) runs_the_tests ;;
        picture) draws_a_picture_with_no_display ;;
        window) opens_a_window ;;
        *) fail "no such scenario" ;;
    esac
    echo "$scenario: ok"
done
