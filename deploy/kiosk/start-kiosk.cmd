@echo off
rem Starts the program and the touch screen. Put a link to this file into the folder that "shell:startup" opens.
powershell.exe -NoProfile -ExecutionPolicy Bypass -WindowStyle Hidden -File "%~dp0start-kiosk.ps1"
