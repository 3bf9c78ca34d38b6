#pragma once

#include "connection/detectionrow.h"

#include <QString>

namespace stationer {

/// A row's answer in a few words, translated.
QString answerOf(const DetectionRow& row);
/// The certificate's verdict in a few words, translated; empty where none was seen.
QString certificateOf(const DetectionRow& row);

} // namespace stationer
