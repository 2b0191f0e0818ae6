#!/bin/sh
# Runs as root after the package's files are gone: electron-builder fills in the names that are in braces.

# deb names what is done, rpm says how many versions are left. After an upgrade everything below is still needed.
case "$1" in
  remove | purge | 0) ;;
  *) exit 0 ;;
esac

if command -v update-alternatives >/dev/null 2>&1; then
  update-alternatives --remove '${executable}' '/opt/${sanitizedProductName}/${executable}' || true
else
  rm -f '/usr/bin/${executable}'
fi

profile='/etc/apparmor.d/${executable}'
if [ -f "$profile" ]; then
  if apparmor_status --enabled >/dev/null 2>&1 && ! { [ -x /usr/bin/ischroot ] && /usr/bin/ischroot; }; then
    apparmor_parser --remove "$profile" || true
  fi
  rm -f "$profile"
fi

# Whoever had Aloud started at login. As that user, who may have put a link there, and only an entry for these files:
# one for an AppImage stays. Where this does not reach, a desktop passes over an entry whose program is gone.
command -v runuser >/dev/null 2>&1 || exit 0
getent passwd | while IFS=: read -r user _ uid _ _ home _; do
  [ "$uid" -ge 1000 ] && [ "$uid" -lt 65534 ] && [ -d "$home" ] || continue
  runuser -u "$user" -- /bin/sh -c '
    entry="$1/.config/autostart/aloud.desktop"
    if grep -qsxF "TryExec=$2" "$entry"; then rm -f -- "$entry"; fi
  ' sh "$home" '/opt/${sanitizedProductName}/${executable}' </dev/null || true
done
exit 0
