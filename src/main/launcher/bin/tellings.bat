@echo off
rem Starts Tellings with a JDK 25 or newer: TELLINGS_JAVA_HOME, JAVA_HOME, java on the PATH, or one
rem installed in a usual place.
setlocal EnableExtensions
set "home=%~dp0.."
set "java="
if defined TELLINGS_JAVA_HOME call :fits "%TELLINGS_JAVA_HOME%"
if not defined java if defined JAVA_HOME call :fits "%JAVA_HOME%"
if not defined java for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :fits "%%~dp$PATH:J.."
for %%V in (
  "%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft"
  "%ProgramFiles%\Zulu" "%ProgramFiles%\BellSoft" "%ProgramFiles%\Amazon Corretto"
  "%LOCALAPPDATA%\Programs\Eclipse Adoptium" "%USERPROFILE%\.jdks"
) do if not defined java for /d %%D in ("%%~V\*") do if not defined java call :fits "%%~D"
if not defined java (
  echo tellings: no JDK 25 or newer found; install one, or name it in TELLINGS_JAVA_HOME 1>&2
  exit /b 3
)
rem the same jars in the same order at every start; the program's own first
set "jars="
for %%J in ("%home%\lib\tellings-*.jar") do call :jar "%%~fJ"
set "jars=%jars%;%home%\lib\*"
set "cache="
if exist "%home%\lib\tellings.aot" set cache="-XX:AOTCache=%home%\lib\tellings.aot" -Xlog:aot=off -Xlog:cds=off
"%java%" "--module-path=%home%\lib\fx" --add-modules=javafx.controls ^
  --enable-native-access=javafx.graphics,ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ^
  -XX:+UseSerialGC %cache% -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 ^
  "-Dorg.sqlite.lib.path=%home%\lib\native" "-Dtellings.samples=%home%\sample-articles" %TELLINGS_JAVA_OPTIONS% ^
  -cp "%jars%" org.tellings.Main %*
exit /b %ERRORLEVEL%

:jar
if defined jars (set "jars=%jars%;%~1") else set "jars=%~1"
exit /b

rem a Java home whose release file names version 25 or newer
:fits
if not exist "%~1\bin\java.exe" exit /b
if not exist "%~1\release" exit /b
for /f "usebackq tokens=2 delims==" %%R in (`findstr /b /c:"JAVA_VERSION=" "%~1\release"`) do (
  for /f "tokens=1 delims=." %%N in ("%%~R") do if %%N GEQ 25 set "java=%~1\bin\java.exe"
)
exit /b
