#!/usr/bin/env bash
# Pushes the commits of the bot. When somebody else pushed meanwhile, puts them on top and tries again.
set -euo pipefail

export GIT_COMMITTER_NAME=begrotingswacht
export GIT_COMMITTER_EMAIL=begrotingswacht@users.noreply.github.com

for attempt in 1 2 3; do
  if git push; then exit 0; fi
  echo "Push $attempt was refused; fetching what is new."
  git pull --rebase
done
git push
