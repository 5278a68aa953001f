# The kiosk on Windows: starts the program, then Chrome or Edge over the whole screen, and starts again whatever ends.
# Settings: kakehashi.env in this folder, the same lines as on Linux.
$ErrorActionPreference = 'Stop'
$here = Split-Path -Parent $MyInvocation.MyCommand.Path
$program = (Resolve-Path (Join-Path $here '..\..')).Path

Get-Content (Join-Path $here 'kakehashi.env') -Encoding UTF8 | Where-Object { $_ -match '^\s*[A-Z_]+=.' } | ForEach-Object {
    $name, $value = $_.Trim() -split '=', 2
    if (-not $value.StartsWith('/')) { [Environment]::SetEnvironmentVariable($name, $value, 'Process') }
}
$env:HOST = '127.0.0.1'
if (-not $env:PORT) { $env:PORT = '8050' }
if (-not $env:KAKEHASHI_KIOSK_ADDRESS) { $env:KAKEHASHI_KIOSK_ADDRESS = "http://127.0.0.1:$($env:PORT)/ja/kiosk" }

$browser = @(
    "$env:ProgramFiles\Google\Chrome\Application\chrome.exe",
    "${env:ProgramFiles(x86)}\Google\Chrome\Application\chrome.exe",
    "$env:ProgramFiles\Microsoft\Edge\Application\msedge.exe",
    "${env:ProgramFiles(x86)}\Microsoft\Edge\Application\msedge.exe"
) | Where-Object { Test-Path $_ } | Select-Object -First 1
if (-not $browser) { throw 'neither Chrome nor Edge is installed' }

$flags = @(Get-Content (Join-Path $here 'chromium-flags.txt') | Where-Object { $_ -match '^--' })
if ($browser -like '*msedge.exe') { $flags += '--edge-kiosk-type=fullscreen' }

# No screen saver, no standby while this runs.
powercfg /change monitor-timeout-ac 0
powercfg /change standby-timeout-ac 0

# What the program says of itself, or nothing while it is away.
function Get-Health {
    try { (Invoke-WebRequest "http://127.0.0.1:$($env:PORT)/healthz" -UseBasicParsing -TimeoutSec 2).Content | ConvertFrom-Json }
    catch { $null }
}

$server = $null
$screen = $null
$answered = Get-Date       # when the program last did, or was started anew
$lastThere = Get-Date      # when the program last did
$missedSince = $null       # since when the program has answered without having heard of the screen
$folder = Join-Path $env:LOCALAPPDATA 'kakehashi-screen'  # what the browser keeps of the screen
$patience = 180            # seconds for a page that is only beginning; fewer for one that was there
$staff = 'file:///' + ((Join-Path $program 'assets\built\staff.html') -replace '\\', '/')
$unheard = 0               # browsers in a row that were ended here, since they were never heard of
$staffUntil = $null        # while the words for staff are shown: when the page gets a try again
while ($true) {
    if (-not $server -or $server.HasExited) {
        $server = Start-Process (Join-Path $program '.venv\Scripts\python.exe') 'app.py' -WorkingDirectory $program -WindowStyle Hidden -PassThru
        $answered = Get-Date
    }
    $health = Get-Health
    # A program that runs and does not answer hangs: it ends, and is started anew above. A first start may take long.
    if ($health) { $answered = $lastThere = Get-Date }
    elseif (((Get-Date) - $answered).TotalSeconds -gt 300) { $server | Stop-Process -Force -ErrorAction SilentlyContinue }
    # A browser that has ended shows what it keeps, though the program is away; a first one waits for it.
    $canBegin = $health -or ((Test-Path "$folder\Default\Service Worker") -and ((Get-Date) - $answered).TotalSeconds -gt 20)
    # Nothing to show, or a page that was not heard of three times: the words for staff.
    $isNeeded = ($unheard -ge 3) -or (-not $canBegin -and ((Get-Date) - $lastThere).TotalSeconds -gt 120)
    if ((-not $screen -or $screen.HasExited) -and ($canBegin -or $isNeeded)) {
        $shown = if ($isNeeded) { $staff } else { $env:KAKEHASHI_KIOSK_ADDRESS }
        $screen = Start-Process $browser ($flags + "--user-data-dir=`"$folder`"" + $shown) -PassThru
        $staffUntil = if ($isNeeded) { (Get-Date).AddSeconds($(if ($unheard -ge 3) { 300 } else { 0 })) } else { $null }
        if ($isNeeded) { $unheard = [Math]::Min($unheard, 2) }
        $missedSince = $null
        $patience = 180
    }
    elseif ($staffUntil) {
        if ($canBegin -and (Get-Date) -gt $staffUntil) { $screen | Stop-Process -Force -ErrorAction SilentlyContinue }
    }
    elseif (-not $health -or $health.PSObject.Properties.Name -notcontains 'screen_seconds') { $missedSince = $null; $unheard = 0 }
    elseif ($null -ne $health.screen_seconds -and $health.screen_seconds -le 30) { $missedSince = $null; $patience = 60; $unheard = 0 }
    elseif (-not $missedSince) { $missedSince = Get-Date }
    # A page that has crashed asks for nothing any more, and one that never began has never asked: then the browser ends,
    # and is started anew above.
    # What it keeps goes too: it may be damaged.
    elseif (((Get-Date) - $missedSince).TotalSeconds -gt $patience) {
        if ($patience -eq 180) { $unheard += 1 }
        $screen | Stop-Process -Force -ErrorAction SilentlyContinue
        $screen.WaitForExit(5000) | Out-Null
        Remove-Item $folder -Recurse -Force -ErrorAction SilentlyContinue
    }
    Start-Sleep -Seconds 2
}
