@echo off
rem The command line of the installed app: its Electron, as Node.
setlocal
set ELECTRON_RUN_AS_NODE=1
"%~dp0..\Intergiro Customer Import.exe" "%~dp0..\resources\app.asar\out\main\cli.js" %*
