# What a command line is run with.
# shellcheck shell=sh disable=SC2034 # "ahead" and "brief" are for whoever reads this

# usage: choose_ahead ARGUMENT...
# Names the part that was worked out ahead of time. What ends at once is compiled quickly instead of well: nobody would have the
# good of that.
choose_ahead() {
  ahead=commands
  brief=
  case " $* " in
    "  " | *" open "*) ahead=workbench ;;
    *" boot "* | *" build "* | *" koji "* | *" lsp "* | *" mcp "*) ;;
    *) brief=-XX:TieredStopAtLevel=1 ;;
  esac
}
