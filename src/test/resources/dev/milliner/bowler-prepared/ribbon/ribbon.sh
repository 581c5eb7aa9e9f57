# ribbon TEXT: prints the text between two lines of its length.
ribbon() {
    line=$(printf '%s' "$*" | sed 's/./~/g')
    printf '%s\n%s\n%s\n' "$line" "$*" "$line"
}
