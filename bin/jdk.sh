# Sourced by the other programs: find_jdk sets jdk to the home of a JDK 25, or says one sentence and ends the program.

# The release file answers without starting a JVM.
is_jdk_25() {
    [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
    while IFS= read -r line; do
        case $line in
            'JAVA_VERSION="25"'* | 'JAVA_VERSION="25.'* | 'JAVA_VERSION="25-'*) jdk=$1 && return 0 ;;
        esac
    done <"$1/release"
    return 1
}

jdk_on_path() {
    java=$(command -v java) || return 1
    [ -h "$java" ] && java=$(readlink -f "$java")
    is_jdk_25 "${java%/bin/java}"
}

# The places where Maven's toolchain discovery looks, too.
jdk_in_usual_places() {
    home=${HOME:-/nonexistent}
    if [ -n "${CLUTCH_JDK_PLACES:-}" ]; then
        places=$CLUTCH_JDK_PLACES
    else
        places="/usr/lib/jvm /usr/lib64/jvm /usr/java /usr/jdk /usr/local/java /opt/java /opt/hostedtoolcache
            $home/.jdks $home/.m2/jdks $home/.sdkman/candidates/java $home/.gradle/jdks $home/.jenv/versions
            $home/.jbang/cache/jdks $home/.asdf/installs/java $home/.jabba/jdk $home/.local/share/mise/installs/java
            /Library/Java/JavaVirtualMachines $home/Library/Java/JavaVirtualMachines"
    fi
    for place in $places; do
        for candidate in "$place"/* "$place"/*/Contents/Home; do
            is_jdk_25 "$candidate" && return 0
        done
    done
    return 1
}

find_jdk() {
    { [ -n "${JAVA_HOME:-}" ] && is_jdk_25 "$JAVA_HOME"; } || jdk_on_path || jdk_in_usual_places || {
        printf 'clutch: %s\n' "needs a JDK 25: install one and set JAVA_HOME, or put its java on the PATH" >&2
        exit 1
    }
}
