#!/bin/sh
# usage: evaluate.sh MARK RPMSPEC SPEC OPTION...
#
# Prints what rpm makes of SPEC. Each line of the answer starts with MARK, so that what the spec itself prints is told
# apart: its packages, then what its build needs, then, below "MARK spec", the spec with all macros expanded.
#
#   RPMSPEC   the program
#   OPTION    of rpmspec, for each time that it is asked
set -eu
mark=$1 rpmspec=$2 spec=$3
shift 3
tab=$(printf '\t')
echo "$mark${tab}start"

# Lists a tag's values.
each() {
  printf '%s' "[$mark$tab$1$tab%{$2}\n]"
}

package="$mark${tab}package$tab%{NAME}\n"
for one in Epoch Version Release Summary License URL Arch; do
  tag=$(printf '%s' "$one" | tr a-z A-Z)
  package="$package%|$tag?{$mark${tab}tags$tab$one: %{$tag}\n}|"
done
package=$package$(each requires REQUIRENEVRS)$(each provides PROVIDENEVRS)$(each recommends RECOMMENDNEVRS)
package=$package$(each suggests SUGGESTNEVRS)$(each supplements SUPPLEMENTNEVRS)$(each enhances ENHANCENEVRS)
package=$package$(each conflicts CONFLICTNEVRS)$(each obsoletes OBSOLETENEVRS)

"$rpmspec" -q --builtrpms "$@" --queryformat "$package" "$spec"
"$rpmspec" -q --srpm "$@" --queryformat \
  "$mark${tab}source$tab%{NAME}\n$(each buildrequires REQUIRENEVRS)" "$spec"
echo "$mark${tab}spec"
"$rpmspec" -P "$@" "$spec"
