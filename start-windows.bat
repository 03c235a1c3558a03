@echo off
rem Starts the tool with an installed Python: sets it up at the first start, then prints the personal link.
setlocal
cd /d "%~dp0"
title Touchpoints

set "PYTHON=.venv\Scripts\python.exe"
if exist "%PYTHON%" goto installed

set "FOUND="
py -3 --version >nul 2>nul && set "FOUND=py -3"
if not defined FOUND python --version >nul 2>nul && set "FOUND=python"
if not defined FOUND goto missing
%FOUND% -c "import sys; sys.exit(sys.version_info < (3, 11))" || goto missing
echo Setting up. This takes a minute or two, the first time only.
%FOUND% -m venv .venv || goto failed

:installed
rem Done again only when the list of packages has changed.
fc /b requirements.txt .venv\installed-here.txt >nul 2>nul && goto start
"%PYTHON%" -m pip install --quiet --disable-pip-version-check -r requirements.txt || goto failed
copy /y requirements.txt .venv\installed-here.txt >nul

:start
echo Keep this window open. Closing it stops the tool; the data stay.
"%PYTHON%" app.py
goto end

:missing
echo Python 3.11 or newer is missing. Install it from https://www.python.org/downloads/ and start this file again.
goto end

:failed
echo The set-up did not succeed. Check the connection to the internet and start this file again.

:end
pause
