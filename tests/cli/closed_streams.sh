# modes: normal sanitize
# needs: messages os_errors
# Standard streams that are closed: every run ends, with one line at most about it.
for closed in '<&-' '>&-' '2>&-' '<&- 2>&-' '<&- >&- 2>&-'; do
    for program in "-i -c 'print(1)'" "-c 'print(1)'" "-i" ""; do
        echo "$program $closed"
        sh -c "timeout 20 $ADDER $program $closed" 2>&1 </dev/null
        echo " status $?"
    done
done
