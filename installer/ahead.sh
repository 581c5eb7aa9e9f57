# What a command line is run with.
# shellcheck shell=sh disable=SC2034 # "ahead" and "suited" are for whoever reads this

# What a key makes is garbage at once. By itself Java lets 300 to 900 MB of it come together first, and more where other programs
# make it slow; so it is collected every 96 MB, and memory grows in small steps. What stays is looked over once it fills four fifths,
# as azurelinux alone fills half of what a start takes. What is only kept for as long as there is room goes after two minutes rather
# than an hour and a half where there are 6 GB: JavaFX keeps every picture that an effect was painted into so.
window_options="-Xms256m -XX:MaxNewSize=96m -XX:GCTimeRatio=2 -XX:G1HeapRegionSize=1m"
window_options="$window_options -XX:InitiatingHeapOccupancyPercent=80 -XX:-G1UseAdaptiveIHOP"
window_options="$window_options -XX:+UnlockExperimentalVMOptions -XX:G1ExpandByPercentOfAvailable=1"
window_options="$window_options -XX:SoftRefLRUPolicyMSPerMB=20"

# usage: choose_ahead ARGUMENT...
# Names the part that was worked out ahead of time, and options of Java that suit what is run. What ends at once is compiled quickly
# instead of well: nobody would have the good of that.
choose_ahead() {
  ahead=commands
  suited=
  case " $* " in
    "  " | *" open "*)
      ahead=workbench
      suited=$window_options
      ;;
    *" boot "* | *" build "* | *" koji "* | *" lsp "* | *" mcp "*) ;;
    *) suited=-XX:TieredStopAtLevel=1 ;;
  esac
}
