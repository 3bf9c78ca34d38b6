// Writes a large station file in a real station's manner: makestation ELEMENTS > big.bog
// 1,060,000 elements are about 63 MB.

#include <cstdio>
#include <cstdlib>
#include <string>

int main(int argc, char** argv)
{
    const long wanted = argc > 1 ? std::strtol(argv[1], nullptr, 10) : 1060000;
    constexpr int pointsPerDevice = 100;
    constexpr int elementsPerPoint = 7;
    std::string out;
    out.reserve(static_cast<size_t>(wanted) * 62);
    unsigned handle = 1;
    const auto hex = [](unsigned number) {
        char text[16];
        std::snprintf(text, sizeof text, "%x", number);
        return std::string(text);
    };
    out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<bajaObjectGraph version='4.0' reversibleEncodingKeySource='none' "
           "FIPSEnabled='false' reversibleEncodingValidator='[null.1]='>\r\n"
           " <p h='" +
           hex(handle++) +
           "' m='b=baja' t='b:Station'>\r\n  <p n=\"stationName\" v=\"big\"/>\n  <p n='Services' h='2' "
           "t='b:ServiceContainer'>\r\n"
           "   <p n='EmailService' h='3' m='email=email' t='email:EmailService'>\r\n"
           "    <p n='OutgoingAccount' h='4' t='email:OutgoingAccount'>\r\n     <p n=\"hostname\" v=\"mail.example\"/>\n"
           "    </p>\r\n   </p>\r\n  </p>\r\n  <p n='Drivers' h='5' m='d=driver' t='d:DriverContainer'>\r\n";
    handle = 6;
    bool isFirst = true;
    long elements = 9;
    for (int device = 0; elements < wanted; ++device) {
        out += "   <p n='Device" + std::to_string(device) + "' h='" + hex(handle++) + "' t='b:Folder'>\r\n";
        ++elements;
        for (int point = 0; point < pointsPerDevice && elements < wanted; ++point) {
            out += "    <p n='Point" + std::to_string(point) + "' h='" + hex(handle++) + "'" +
                   (isFirst ? " m='c=control'" : "") +
                   " t='c:NumericWritable'>\r\n     <p n=\"facets\" v=\"units=u:celsius;°C;K;|precision=i:1\"/>\n"
                   "     <p n=\"out\" f=\"so\" t=\"b:StatusNumeric\">\n      <p n=\"value\" v=\"21.5\"/>\n      <p "
                   "n=\"status\" "
                   "v=\"0;activeLevel=e:17@control:PriorityLevel\"/>\n     </p>\r\n     <p n=\"fallback\" v=\"20\"/>\n"
                   "     <p n=\"wsAnnotation\" t=\"b:WsAnnotation\" v=\"12,7,8\"/>\n    </p>\r\n";
            isFirst = false;
            elements += elementsPerPoint;
        }
        out += "   </p>\r\n";
    }
    out += "  </p>\r\n </p>\r\n</bajaObjectGraph>\r\n";
    return std::fwrite(out.data(), 1, out.size(), stdout) == out.size() ? 0 : 1;
}
