# The rules of the house, held: who may include whom, and words that must not stand where they would do harm.
# Run as `cmake -DROOT=<source folder> -P layering.cmake`.

cmake_minimum_required(VERSION 3.25)

# room|folders it may include beside its own
set(rooms
    "models/terms|terms"
    "models/station|terms"
    "models/catalogue|terms,station"
    "models/mail|terms"
    "models/trust|terms"
    "models/secrets|terms"
    "models/connection|terms,station,catalogue,mail,trust"
    "models/items|terms,station,catalogue,mail,trust,secrets,connection"
    "views|terms,station,catalogue,trust,secrets,connection,items,views"
    "app/demo|app/demo"
    "app/cli|terms,station,catalogue,mail,trust,secrets,connection,app/demo,app/cli")

set(faults "")
function(fault file text)
    file(RELATIVE_PATH short ${ROOT} ${file})
    set(faults "${faults}\n  ${short}: ${text}" PARENT_SCOPE)
endfunction()

set(widgetHeaders "Q(Application|Widget|Label|Dialog|MainWindow|MessageBox|TreeView|TableView|LineEdit|PushButton|Action|Menu)>")
set(networkHeaders "Q(TcpSocket|SslSocket|TcpServer|HostInfo|SslCertificate|SslConfiguration|NetworkInterface)>")

foreach(entry IN LISTS rooms)
    string(REPLACE "|" ";" parts "${entry}")
    list(GET parts 0 room)
    list(GET parts 1 allowed)
    string(REPLACE "," ";" allowed "${allowed}")
    cmake_path(GET room FILENAME own)
    file(GLOB_RECURSE files ${ROOT}/${room}/*.h ${ROOT}/${room}/*.cpp)
    foreach(file IN LISTS files)
        file(STRINGS ${file} includes REGEX "^#include ")
        foreach(line IN LISTS includes)
            if(line MATCHES "^#include \"(app/[a-z]+|[a-z]+)/")
                set(target "${CMAKE_MATCH_1}")
                if(NOT target STREQUAL own AND NOT target STREQUAL room AND NOT target IN_LIST allowed)
                    fault(${file} "includes ${target}, which is outside its bracket")
                endif()
            elseif(line MATCHES "QtWidgets|${widgetHeaders}" AND room MATCHES "^(models|app/)")
                fault(${file} "includes a widget: ${line}")
            elseif(line MATCHES "${networkHeaders}" AND room MATCHES "models/(terms|station|catalogue|mail|secrets)$")
                fault(${file} "includes the network: ${line}")
            elseif(line MATCHES "QSslSocket" AND NOT room MATCHES "^(models/connection|app/demo)$")
                fault(${file} "includes QSslSocket outside connection and the demo")
            endif()
        endforeach()
        file(READ ${file} text)
        if(room STREQUAL "models/mail" AND text MATCHES "[^a-zA-Z_]tr\\(|translate\\(")
            fault(${file} "makes text for people in mail")
        endif()
        if(text MATCHES "ignoreSslErrors")
            fault(${file} "ignores TLS errors")
        endif()
        if(text MATCHES "Md5|MD5" AND NOT file MATCHES "models/mail/(sasl\\.cpp|crammd5\\.(h|cpp))$")
            fault(${file} "uses MD5")
        endif()
        if(text MATCHES "[.>]digest\\(\\)")
            fault(${file} "calls digest() without naming the algorithm")
        endif()
    endforeach()
endforeach()

if(faults)
    message(FATAL_ERROR "The layering is broken:${faults}")
endif()
message(STATUS "The layering holds.")
