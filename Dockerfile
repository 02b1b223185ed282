# syntax=docker/dockerfile:1
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/TranscribeConsole.Web -c Release -o /app

# Ubuntu 24.04: its pocketsphinx is the same 5prealpha as Debian's. curl is for the health check alone.
FROM mcr.microsoft.com/dotnet/aspnet:10.0
RUN apt-get update \
    && apt-get install -y --no-install-recommends libpocketsphinx3 pocketsphinx-en-us ffmpeg curl \
    && rm -rf /var/lib/apt/lists/* \
    && install -d -m 0700 -o "$APP_UID" -g "$APP_UID" /data
WORKDIR /app
COPY --from=build /app .
COPY LICENSE .
# The console refuses to listen beyond loopback until people sign in (Security__Mode=Local, behind a known proxy) or Security__AllowAnonymous=true is given.
ENV App__DataDirectory=/data \
    Urls=http://0.0.0.0:5080
EXPOSE 5080
VOLUME /data
USER $APP_UID
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
    CMD ["curl", "--fail", "--silent", "--output", "/dev/null", "http://127.0.0.1:5080/health/live"]
ENTRYPOINT ["dotnet", "TranscribeConsole.Web.dll"]
